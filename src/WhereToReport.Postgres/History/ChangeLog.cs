using Microsoft.EntityFrameworkCore;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.History;

/// <summary>Which changes to read, the newest first; what is null does not matter.</summary>
public sealed record ChangeFilter
{
    public RecordKind? Kind { get; init; }
    public string? RecordId { get; init; }
    public Guid? Editor { get; init; }
    public ChangeOrigin? Origin { get; init; }

    /// <summary>Changes older than this one.</summary>
    public long? Before { get; init; }
    public int Most { get; init; } = 50;
}

/// <summary>Reads the history of records.</summary>
public sealed class ChangeLog(DirectoryContext database)
{
    /// <summary>Changes, the newest first.</summary>
    public Task<List<RecordChangeRow>> Read(ChangeFilter filter, CancellationToken cancel = default)
    {
        var changes = database.RecordChanges.AsNoTracking();
        if (filter.Kind is { } kind)
            changes = changes.Where(change => change.RecordKind == kind);
        if (filter.RecordId is { Length: > 0 } id)
            changes = changes.Where(change => change.RecordId == id);
        if (filter.Editor is { } editor)
            changes = changes.Where(change => change.Editor == editor || change.Approver == editor);
        if (filter.Origin is { } origin)
            changes = changes.Where(change => change.Origin == origin);
        if (filter.Before is { } before)
            changes = changes.Where(change => change.Id < before);
        return changes.OrderByDescending(change => change.Id).Take(filter.Most).ToListAsync(cancel);
    }

    /// <summary>One change; null where there is none.</summary>
    public Task<RecordChangeRow?> Find(long id, CancellationToken cancel = default) =>
        database.RecordChanges.AsNoTracking().SingleOrDefaultAsync(change => change.Id == id, cancel);

    /// <summary>The times of all checks since a moment.</summary>
    public Task<List<DateTimeOffset>> ChecksSince(DateTimeOffset since, CancellationToken cancel = default) =>
        database.RecordChanges.Where(change => change.Origin == ChangeOrigin.Check && change.MadeAt >= since).Select(change => change.MadeAt).ToListAsync(cancel);

    /// <summary>What a record was at one of its versions; null where there was no such record then.</summary>
    /// <param name="key">The record.</param>
    /// <param name="version">The number of one of its changes, or 0 for the time before the first.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<RecordContent?> At(RecordKey key, long version, CancellationToken cancel = default)
    {
        var changes = database.RecordChanges.AsNoTracking().Where(change => change.RecordKind == key.Kind && change.RecordId == key.Id);
        var json = version == 0
            ? await changes.OrderBy(change => change.Id).Select(change => change.Before).FirstOrDefaultAsync(cancel)
            : await changes.Where(change => change.Id == version).Select(change => change.After).SingleOrDefaultAsync(cancel);
        return json is null ? null : RecordContent.Parse(key.Kind, json);
    }
}
