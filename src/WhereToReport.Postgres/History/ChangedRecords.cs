using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.History;

/// <summary>Finds the records that a save is about to touch, by the rows that are to be written.</summary>
internal sealed class ChangedRecords
{
    private static readonly HashSet<Type> s_rows =
    [
        typeof(OrganizationRow), typeof(ChannelRow), typeof(ContactRow), typeof(CoverageRow), typeof(ChannelSituationRow), typeof(RoleRow),
        typeof(SituationRow), typeof(PlannedContactRow), typeof(AlsoIfRow), typeof(AdviceRow), typeof(SynonymRow), typeof(DutyRow),
        typeof(AwarenessFactRow), typeof(LearnPageRow), typeof(LearnSourceRow), typeof(SourceRow), typeof(VerificationRow),
    ];

    private readonly HashSet<RecordKey> _all = [];
    private readonly HashSet<RecordKey> _added = [];

    public IReadOnlySet<RecordKey> All => _all;

    /// <summary>Those that are new, so that there is no content before.</summary>
    public IReadOnlySet<RecordKey> Added => _added;

    public static async Task<ChangedRecords> Of(DirectoryContext database, CancellationToken cancel)
    {
        var changed = new ChangedRecords();
        foreach (var entry in database.ChangeTracker.Entries().Where(entry => BelongsToRecord(entry.Metadata.ClrType)).ToArray())
        {
            if (entry.State is EntityState.Added or EntityState.Modified)
                changed.Note(await KeyOf(entry, entry.CurrentValues, database, cancel), isNew: entry.State == EntityState.Added && IsRoot(entry.Entity));
            if (entry.State is EntityState.Modified or EntityState.Deleted)
                changed.Note(await KeyOf(entry, entry.OriginalValues, database, cancel), isNew: false);
        }
        return changed;
    }

    /// <summary>True for the row types that hold something of a record.</summary>
    public static bool BelongsToRecord(Type row) => s_rows.Contains(row);

    private static bool IsRoot(object row) => row is OrganizationRow or ChannelRow or RoleRow or SituationRow or DutyRow or AwarenessFactRow or LearnPageRow;

    private void Note(RecordKey key, bool isNew)
    {
        _all.Add(key);
        if (isNew)
            _added.Add(key);
    }

    private static async Task<RecordKey> KeyOf(EntityEntry entry, PropertyValues values, DirectoryContext database, CancellationToken cancel)
    {
        return entry.Entity switch
        {
            OrganizationRow => new(RecordKind.Organization, Text("Id")!),
            ChannelRow => new(RecordKind.Channel, Text("Id")!),
            ContactRow or CoverageRow or ChannelSituationRow => new(RecordKind.Channel, Text("ChannelId")!),
            RoleRow => new(RecordKind.Role, Text("Id")!),
            SituationRow => new(RecordKind.Situation, Text("Id")!),
            AlsoIfRow or AdviceRow => new(RecordKind.Situation, Text("SituationId")!),
            PlannedContactRow => await PlanOf(values, database, cancel),
            SynonymRow => new(RecordKind.Synonyms, Text("SituationId")!),
            DutyRow => new(RecordKind.Duty, Text("StateCode")!),
            AwarenessFactRow => new(RecordKind.AwarenessFact, Text("Id")!),
            LearnPageRow or LearnSourceRow => new(RecordKind.LearnPage, Text("Language") + "/" + Text("Slug")),
            SourceRow or VerificationRow =>
                Text("ChannelId") is { } channel ? new(RecordKind.Channel, channel)
                : Text("RoleId") is { } role ? new(RecordKind.Role, role)
                : Text("SituationId") is { } situation ? new(RecordKind.Situation, situation)
                : Text("DutyStateCode") is { } state ? new(RecordKind.Duty, state)
                : new(RecordKind.AwarenessFact, Text("AwarenessFactId")!),
            _ => throw new UnreachableException($"Nobody said which record a {entry.Metadata.ClrType.Name} belongs to."),
        };

        string? Text(string property) => values.GetValue<string?>(property);
    }

    private static async Task<RecordKey> PlanOf(PropertyValues contact, DirectoryContext database, CancellationToken cancel)
    {
        if (contact.GetValue<string?>(nameof(PlannedContactRow.SituationId)) is { } situation)
            return new(RecordKind.Situation, situation);
        if (contact.GetValue<int?>(nameof(PlannedContactRow.AlsoIfId)) is not { } alsoIf)
            return RecordKey.GeneralPlan;
        var also = await database.FindAsync<AlsoIfRow>([alsoIf], cancel);
        return new(RecordKind.Situation, also!.SituationId);
    }
}
