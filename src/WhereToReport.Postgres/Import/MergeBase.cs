using Microsoft.EntityFrameworkCore;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Import;

/// <summary>The records as the files of the last import had them.</summary>
internal sealed class MergeBase(DirectoryContext database)
{
    /// <summary>The base; null where no import kept one.</summary>
    public async Task<IReadOnlyDictionary<RecordKey, RecordContent>?> Read(CancellationToken cancel)
    {
        var rows = await database.ImportedRecords.AsNoTracking().ToListAsync(cancel);
        return rows.Count == 0 ? null : rows.ToDictionary(row => new RecordKey(row.Kind, row.Id), row => RecordContent.Parse(row.Kind, row.Content));
    }

    /// <summary>Adds to the context what differs from the base so far; the caller saves.</summary>
    public void Set(IReadOnlyDictionary<RecordKey, RecordContent> before, IReadOnlyDictionary<RecordKey, RecordContent> files)
    {
        foreach (var key in before.Keys.Except(files.Keys))
            database.ImportedRecords.Remove(Row(key, before[key]));
        foreach (var (key, content) in files)
        {
            if (!before.TryGetValue(key, out var old))
                database.ImportedRecords.Add(Row(key, content));
            else if (old != content)
                database.ImportedRecords.Update(Row(key, content));
        }
    }

    private static ImportedRecordRow Row(RecordKey key, RecordContent content) => new() { Kind = key.Kind, Id = key.Id, Content = content.Json };
}
