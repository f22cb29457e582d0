using Microsoft.EntityFrameworkCore;
using Npgsql;
using WhereToReport.Domain;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.History;

/// <summary>What a change did to a record, as the public sees it.</summary>
public enum ChangeEffect
{
    /// <summary>The record is new, or was not published before.</summary>
    Added,
    Changed,

    /// <summary>The record is gone, or is no longer published.</summary>
    Removed,
}

/// <summary>A change of a public record, without whoever made it.</summary>
/// <param name="Id">Grows with every change.</param>
/// <param name="At">When it was made.</param>
/// <param name="Revision">The revision in which it is seen.</param>
/// <param name="Record">Which record.</param>
/// <param name="Effect">What happened to the record.</param>
/// <param name="Fields">The public fields that differ, in the order of the record; empty where all of it came or went.</param>
/// <param name="Origin">What made it.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Source">The page that says so.</param>
/// <param name="Reverts">The change that this one takes back.</param>
public sealed record PublicChange(
    long Id, DateTimeOffset At, long Revision, RecordKey Record, ChangeEffect Effect, IReadOnlyList<string> Fields, ChangeOrigin Origin, string Reason, string? Source, long? Reverts)
{
    /// <summary>The public part of the record before the change; null where there was none.</summary>
    public RecordContent? Before { get; init; }

    /// <summary>The public part of the record after the change; null where there is none.</summary>
    public RecordContent? After { get; init; }

    /// <summary>True where a second person accepted it.</summary>
    public bool Approved { get; init; }

    /// <summary>True where a second person was needed and the installation does without.</summary>
    public bool SingleHanded { get; init; }
}

/// <summary>A stretch of the history.</summary>
/// <param name="Changes">The public ones among the changes that were read.</param>
/// <param name="End">The last change that was read, public or not: where to go on.</param>
/// <param name="More">True where there is more to read.</param>
public sealed record HistoryPart(IReadOnlyList<PublicChange> Changes, long End, bool More);

/// <summary>
/// Reads the history as anybody may have it. Numbers of changes grow in the order in which changes become visible, because
/// one lock lets one change happen at a time; so whoever goes on where the last part ended misses nothing.
/// </summary>
/// <param name="database">The database that is written to: a copy may be behind the revision that is asked for.</param>
public sealed class PublicHistory(NpgsqlDataSource database)
{
    private const int PatienceInSeconds = 5;

    private readonly DbContextOptions<DirectoryContext> _options = DirectoryContext.OptionsFor(database);

    /// <summary>The changes behind <paramref name="after"/>, oldest first.</summary>
    /// <param name="after">The end of the part before; 0 for the beginning.</param>
    /// <param name="upTo">The newest revision to tell of.</param>
    /// <param name="most">The most changes to read.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public Task<HistoryPart> After(long after, long upTo, int most, CancellationToken cancel) => Ask(async context =>
        Part(await Seen(context, upTo).Where(row => row.Id > after).OrderBy(row => row.Id).Take(most + 1).ToListAsync(cancel), after, most));

    /// <summary>The changes before <paramref name="before"/>, newest first.</summary>
    /// <inheritdoc cref="After"/>
    public Task<HistoryPart> Before(long before, long upTo, int most, CancellationToken cancel) => Ask(async context =>
        Part(await Seen(context, upTo).Where(row => row.Id < before).OrderByDescending(row => row.Id).Take(most + 1).ToListAsync(cancel), before, most));

    /// <summary>The changes of one record, newest first.</summary>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public Task<IReadOnlyList<PublicChange>> Of(RecordKey record, long upTo, CancellationToken cancel) => Ask(async context =>
    {
        var rows = await Seen(context, upTo).Where(row => row.RecordKind == record.Kind && row.RecordId == record.Id).OrderByDescending(row => row.Id).ToListAsync(cancel);
        return (IReadOnlyList<PublicChange>)[.. rows.Select(Public).OfType<PublicChange>()];
    });

    /// <summary>Where to begin in order to read every change made at a moment or later.</summary>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public Task<long> BeginOf(DateTimeOffset moment, long upTo, CancellationToken cancel) => Ask(async context =>
    {
        var utc = moment.ToUniversalTime();
        var first = await Seen(context, upTo).Where(row => row.MadeAt >= utc).MinAsync(row => (long?)row.Id, cancel);
        return first - 1 ?? await Seen(context, upTo).MaxAsync(row => (long?)row.Id, cancel) ?? 0;
    });

    private async Task<T> Ask<T>(Func<DirectoryContext, Task<T>> question)
    {
        await using var context = new DirectoryContext(_options);
        context.Database.SetCommandTimeout(PatienceInSeconds);
        try
        {
            return await question(context);
        }
        catch (InvalidOperationException wrapped) when (wrapped.InnerException is NpgsqlException down)
        {
            // The framework wraps what may pass by itself in a hint about retrying.
            throw new NpgsqlException(down.Message, down);
        }
    }

    private static IQueryable<RecordChangeRow> Seen(DirectoryContext context, long upTo) =>
        context.RecordChanges.AsNoTracking().Where(row => row.Revision <= upTo);

    private static HistoryPart Part(IReadOnlyList<RecordChangeRow> rows, long from, int most)
    {
        var read = rows.Take(most).ToArray();
        return new([.. read.Select(Public).OfType<PublicChange>()], read.Length > 0 ? read[^1].Id : from, rows.Count > most);
    }

    /// <summary>A change as the public sees it; null for a note that only editors see, and for a record that is not published.</summary>
    internal static PublicChange? Public(RecordChangeRow row)
    {
        var (before, after) = (Content(row.RecordKind, row.Before), Content(row.RecordKind, row.After));
        if (before == after)
            return null;
        var effect = before is null ? ChangeEffect.Added : after is null ? ChangeEffect.Removed : ChangeEffect.Changed;
        return new(
            row.Id,
            row.MadeAt,
            row.Revision,
            row.Key,
            effect,
            effect == ChangeEffect.Changed ? RecordContent.FieldsThatDiffer(before, after) : [],
            row.Origin,
            row.Reason,
            row.SourceUrl,
            row.Reverts)
        { Before = before, After = after, Approved = row.Approver is not null, SingleHanded = row.SingleHanded };
    }

    private static RecordContent? Content(RecordKind kind, string? json)
    {
        if (json is null)
            return null;
        var type = RecordTypes.Of(kind);
        return type.In(type.With(new(), [RecordContent.Parse(kind, json)]).ForPublic()).Select(record => record.Content).SingleOrDefault();
    }
}
