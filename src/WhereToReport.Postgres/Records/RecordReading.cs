using Microsoft.EntityFrameworkCore;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Records;

/// <summary>Reads single records from the database.</summary>
internal static class RecordReading
{
    /// <summary>Those of the records that the database holds, with a few queries a kind.</summary>
    public static async Task<IReadOnlyDictionary<RecordKey, RecordContent>> Read(
        DirectoryContext database, IEnumerable<RecordKey> keys, CancellationToken cancel)
    {
        var contents = new Dictionary<RecordKey, RecordContent>();
        var byKind = keys.ToLookup(key => key.Kind, key => key.Id);
        var stateOf = byKind.Contains(RecordKind.Channel) ? await StateOf(database, cancel) : fips => fips;
        foreach (var kind in byKind)
        {
            foreach (var (id, content) in await RecordTypes.Of(kind.Key).Read(database, [.. kind], stateOf, cancel))
                contents.Add(new(kind.Key, id), content);
        }
        return contents;
    }

    public static async Task<RecordContent?> Read(DirectoryContext database, RecordKey key, CancellationToken cancel) =>
        (await Read(database, [key], cancel)).GetValueOrDefault(key);

    // A county's FIPS code begins with its state's.
    private static async Task<Func<string, string>> StateOf(DirectoryContext database, CancellationToken cancel)
    {
        var codes = await database.States.AsNoTracking().ToDictionaryAsync(state => state.Fips, state => state.Code, cancel);
        return county => codes[county[..2]];
    }
}
