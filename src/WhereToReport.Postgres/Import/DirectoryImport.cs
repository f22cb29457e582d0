using System.Data;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Schema;
using WhereToReport.Postgres.Snapshots;

namespace WhereToReport.Postgres.Import;

/// <summary>What an import did: the revision that is now current, and how many records it added, changed and removed.</summary>
public sealed record ImportResult(long Revision, int Added, int Changed, int Removed, bool GazetteerChanged)
{
    public bool ChangedNothing => Added + Changed + Removed == 0 && !GazetteerChanged;
}

/// <summary>A step of an import, for a progress display: what is being done, and how far it is from 0 to 1.</summary>
public readonly record struct ImportProgress(string Doing, double Done);

/// <summary>
/// Brings validated facts into the database, in one transaction: either all of it is there afterwards, with a new
/// revision, or nothing has changed. Facts that are already there make no revision.
/// </summary>
public sealed class DirectoryImport(DirectoryContext database, TimeProvider time)
{
    // Two imports at once would each compare against a state that the other is changing.
    private const long OneImportAtATime = 0x57_54_52_01;

    private readonly RecordChanges _changes = new(database);

    /// <param name="facts">Facts that <see cref="DirectoryFiles.Read"/> found sound.</param>
    /// <param name="progress">Told of each step; may be null.</param>
    /// <param name="cancel">Stops the import and leaves the database as it was.</param>
    public async Task<ImportResult> Run(DirectoryFacts facts, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
        await database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({OneImportAtATime})", cancel);

        progress?.Report(new("Comparing with the database", 0.1));
        var current = await DirectoryReader.Read(database, cancel);
        var newest = await DirectoryReader.NewestRevision(database, cancel);

        var gazetteerChanged = Json(facts.Gazetteer) != Json(current.Gazetteer);
        if (gazetteerChanged)
        {
            progress?.Report(new("Writing places", 0.3));
            await GazetteerCopy.Write((NpgsqlConnection)database.Database.GetDbConnection(), facts.Gazetteer, cancel);
        }

        progress?.Report(new("Writing channels and guidance", 0.6));
        await WriteRecords(facts, current, cancel);

        var result = new ImportResult(newest?.Number ?? 0, _changes.Added, _changes.Changed, _changes.Removed, gazetteerChanged);
        if (!result.ChangedNothing)
        {
            result = result with { Revision = result.Revision + 1 };
            database.Revisions.Add(new()
            {
                Number = result.Revision,
                MadeAt = time.GetUtcNow(),
                Origin = "import",
                Summary = $"{result.Added} added, {result.Changed} changed, {result.Removed} removed{(gazetteerChanged ? "; places changed" : "")}",
            });
            await database.SaveChangesAsync(cancel);
            await database.Database.ExecuteSqlAsync($"refresh materialized view topic", cancel);
        }

        progress?.Report(new("Committing", 0.95));
        await transaction.CommitAsync(cancel);
        progress?.Report(new("Done", 1));
        return result;
    }

    private async Task WriteRecords(DirectoryFacts facts, DirectoryFacts current, CancellationToken cancel)
    {
        var expansion = new CoverageExpansion(facts.Channels, facts.Gazetteer.Counties);
        var currentExpansion = new CoverageExpansion(current.Channels, current.Gazetteer.Counties);

        _changes.Note(facts.Organizations, current.Organizations, record => record.Id, Json, Json, (record, _) => RowsFromFacts.Row(record));
        _changes.Note(facts.Situations, current.Situations, record => record.Id, Json, Json, RowsFromFacts.Row);
        _changes.Note(facts.Roles, current.Roles, record => record.Id, Json, Json, RowsFromFacts.Row);
        _changes.Note(facts.Channels, current.Channels, record => record.Id,
            record => WithAreas(record, expansion), record => WithAreas(record, currentExpansion),
            (record, position) => RowsFromFacts.Row(record, position, expansion));
        _changes.Note(facts.Duties, current.Duties, record => record.State, Json, Json, (record, _) => RowsFromFacts.Row(record));
        _changes.Note(facts.AwarenessFacts, current.AwarenessFacts, record => record.Id, Json, Json, RowsFromFacts.Row);
        _changes.NoteSet(facts.LearnPages, current.LearnPages, Json, pages => pages.Select(RowsFromFacts.Row),
            (context, stop) => context.LearnPages.ExecuteDeleteAsync(stop));
        _changes.NoteSet(facts.Synonyms, current.Synonyms, Json, synonyms => synonyms.SelectMany(RowsFromFacts.Rows),
            (context, stop) => context.Synonyms.ExecuteDeleteAsync(stop));
        _changes.NoteSet(facts.GeneralPlan, current.GeneralPlan, Json, plan => plan.Contacts.Select(RowsFromFacts.Row),
            (context, stop) => context.PlannedContacts.Where(contact => contact.SituationId == null && contact.AlsoIfId == null).ExecuteDeleteAsync(stop));
        await _changes.Save(cancel);
    }

    // "The rest of the state" can change without its own record changing, so the explicit areas are compared too.
    private static string WithAreas(Channel channel, CoverageExpansion expansion) =>
        Json(channel) + Json(channel.Coverage.SelectMany(rule => expansion.Areas(channel, rule)));

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, DirectoryJson.Compact);
}
