using Microsoft.EntityFrameworkCore;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Import;

/// <summary>Gathers the records that differ from the database and writes exactly those.</summary>
internal sealed class RecordChanges(DirectoryContext database)
{
    private readonly List<object> _changed = [];
    private readonly List<object> _added = [];
    private readonly List<(Type Row, string Key)> _removed = [];
    private readonly List<Func<DirectoryContext, CancellationToken, Task>> _replaced = [];

    public int Added { get; private set; }
    public int Changed { get; private set; }
    public int Removed { get; private set; }

    /// <param name="wanted">The records as they shall be.</param>
    /// <param name="current">The records as the database has them.</param>
    /// <param name="id">The key of a record.</param>
    /// <param name="wantedContent">All of a wanted record that matters, as a text to compare.</param>
    /// <param name="currentContent">The same of a current record.</param>
    /// <param name="row">The row of a record and its position.</param>
    public void Note<TRecord, TRow>(
        IReadOnlyList<TRecord> wanted,
        IReadOnlyList<TRecord> current,
        Func<TRecord, string> id,
        Func<TRecord, string> wantedContent,
        Func<TRecord, string> currentContent,
        Func<TRecord, int, TRow> row)
        where TRow : class
    {
        var before = current.Select((record, position) => (record, position)).ToDictionary(entry => id(entry.record));
        foreach (var (position, record) in wanted.Index())
        {
            if (!before.Remove(id(record), out var old))
            {
                _added.Add(row(record, position));
                Added++;
            }
            else if (wantedContent(record) != currentContent(old.record))
            {
                _changed.Add(row(record, position));
                Changed++;
            }
            else if (old.position != position)
            {
                // Only its place in the file moved, because others came or went: no change of the record itself.
                _changed.Add(row(record, position));
            }
        }
        _removed.AddRange(before.Keys.Select(key => (typeof(TRow), key)));
        Removed += before.Count;
    }

    /// <summary>A small set that is replaced whole where any of it differs.</summary>
    public void NoteSet<T>(T wanted, T current, Func<T, string> content, Func<T, IEnumerable<object>> rows, Func<DirectoryContext, CancellationToken, Task> remove)
    {
        if (content(wanted) == content(current))
            return;
        _replaced.Add(remove);
        _added.AddRange(rows(wanted));
        Changed++;
    }

    public async Task Save(CancellationToken cancel)
    {
        foreach (var remove in _replaced)
            await remove(database, cancel);
        foreach (var row in _changed)
        {
            await RemoveWhatBelongsTo(row, cancel);
            database.ChangeTracker.TrackGraph(row, node =>
                node.Entry.State = ReferenceEquals(node.Entry.Entity, row) ? EntityState.Modified : EntityState.Added);
        }
        database.AddRange(_added);
        await database.SaveChangesAsync(cancel);

        // A record may only go once nothing points to it any more.
        foreach (var (row, key) in _removed)
        {
            if (await database.FindAsync(row, [key], cancel) is { } gone)
                database.Remove(gone);
        }
        await database.SaveChangesAsync(cancel);
        database.ChangeTracker.Clear();
    }

    private async Task RemoveWhatBelongsTo(object row, CancellationToken cancel)
    {
        switch (row)
        {
            case ChannelRow channel:
                await database.Set<ContactRow>().Where(child => child.ChannelId == channel.Id).ExecuteDeleteAsync(cancel);
                await database.Set<CoverageRow>().Where(child => child.ChannelId == channel.Id).ExecuteDeleteAsync(cancel);
                await database.Set<ChannelSituationRow>().Where(child => child.ChannelId == channel.Id).ExecuteDeleteAsync(cancel);
                break;
            case SituationRow situation:
                await database.Set<PlannedContactRow>().Where(child => child.SituationId == situation.Id).ExecuteDeleteAsync(cancel);
                await database.Set<AlsoIfRow>().Where(child => child.SituationId == situation.Id).ExecuteDeleteAsync(cancel);
                await database.Set<AdviceRow>().Where(child => child.SituationId == situation.Id).ExecuteDeleteAsync(cancel);
                break;
        }
        if (row is ISourcedRow)
        {
            var (channel, role, situation, duty, fact) = (
                (row as ChannelRow)?.Id, (row as RoleRow)?.Id, (row as SituationRow)?.Id, (row as DutyRow)?.StateCode, (row as AwarenessFactRow)?.Id);
            await database.Set<SourceRow>()
                .Where(child => child.ChannelId == channel && child.RoleId == role && child.SituationId == situation
                    && child.DutyStateCode == duty && child.AwarenessFactId == fact)
                .ExecuteDeleteAsync(cancel);
            await database.Set<VerificationRow>()
                .Where(child => child.ChannelId == channel && child.RoleId == role && child.SituationId == situation
                    && child.DutyStateCode == duty && child.AwarenessFactId == fact)
                .ExecuteDeleteAsync(cancel);
        }
    }
}
