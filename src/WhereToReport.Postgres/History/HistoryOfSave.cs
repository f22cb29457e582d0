using Microsoft.EntityFrameworkCore;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.History;

/// <summary>The history of one save: what the touched records were before it, and what they are after it.</summary>
internal sealed class HistoryOfSave : IAsyncDisposable
{
    private readonly DirectoryContext _database;
    private readonly ChangeNote _note;
    private readonly ChangedRecords _touched;
    private readonly OneChange _change;
    private IReadOnlyDictionary<RecordKey, RecordContent> _before = new Dictionary<RecordKey, RecordContent>();

    private HistoryOfSave(OneChange change, DirectoryContext database, ChangeNote note, ChangedRecords touched)
    {
        _change = change;
        _database = database;
        _note = note;
        _touched = touched;
    }

    /// <summary>Begins before the save, in its transaction, and opens one where there is none.</summary>
    public static async Task<HistoryOfSave> Begin(DirectoryContext database, ChangeNote note, ChangedRecords touched, CancellationToken cancel)
    {
        var history = new HistoryOfSave(await OneChange.Begin(database, cancel), database, note, touched);
        try
        {
            history._before = await RecordReading.Read(database, touched.All.Except(touched.Added), cancel);
            return history;
        }
        catch
        {
            await history.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes what differs after the save.</summary>
    public async Task Write(CancellationToken cancel)
    {
        var after = await RecordReading.Read(_database, _touched.All, cancel);
        var changed = _touched.All
            .Where(key => _before.GetValueOrDefault(key) != after.GetValueOrDefault(key))
            .OrderBy(key => key.Kind).ThenBy(key => key.Id, StringComparer.Ordinal)
            .ToArray();
        if (changed.Length > 0)
        {
            var revision = _note.Revision ?? await Revisions.Make(_database, _note.Origin, _note.At, _note.Reason, cancel);
            _database.RecordChanges.AddRange(changed.Select(key => Change(key, _before.GetValueOrDefault(key), after.GetValueOrDefault(key), revision)));
            await _database.SaveChangesAsync(cancel);
        }
        if (_touched.All.Any(key => key.Kind is RecordKind.Channel or RecordKind.Situation or RecordKind.Synonyms))
            await _database.Database.ExecuteSqlAsync($"select refresh_topic()", cancel);
        await _change.Commit(cancel);
    }

    /// <summary>Takes the save back where its own transaction is still open.</summary>
    public ValueTask DisposeAsync() => _change.DisposeAsync();

    private RecordChangeRow Change(RecordKey key, RecordContent? before, RecordContent? after, long revision) => new()
    {
        RecordKind = key.Kind,
        RecordId = key.Id,
        Before = before?.Json,
        After = after?.Json,
        MadeAt = _note.At,
        Origin = _note.Origin,
        Editor = _note.Editor,
        Approver = _note.Approver,
        SingleHanded = _note.SingleHanded,
        Reason = _note.Reason,
        SourceUrl = _note.SourceUrl,
        Reverts = _note.Reverts,
        Revision = revision,
    };
}
