using Microsoft.EntityFrameworkCore;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Records;

/// <summary>The places of records in the lists that keep an order of their own.</summary>
internal sealed class RecordOrder(DirectoryContext database)
{
    /// <summary>The positions that the database holds now.</summary>
    public async Task<Dictionary<RecordKey, int>> Present(CancellationToken cancel)
    {
        var positions = new Dictionary<RecordKey, int>();
        await Add(database.Situations, RecordKind.Situation);
        await Add(database.Roles, RecordKind.Role);
        await Add(database.Channels, RecordKind.Channel);
        await Add(database.AwarenessFacts, RecordKind.AwarenessFact);
        return positions;

        async Task Add<T>(IQueryable<T> rows, RecordKind kind)
            where T : IOrderedRow
        {
            foreach (var row in await rows.Select(row => new { row.Id, row.Position }).ToListAsync(cancel))
                positions.Add(new(kind, row.Id), row.Position);
        }
    }

    /// <summary>The positions of all that is wanted: new records come after those there are, and only where the order itself differs is a list counted anew.</summary>
    public static Dictionary<RecordKey, int> Positions(DirectoryRecords current, DirectoryRecords wanted, IReadOnlyDictionary<RecordKey, int> present)
    {
        var positions = new Dictionary<RecordKey, int>();
        var (before, after) = (current.Lists, wanted.Lists);
        foreach (var list in after)
        {
            var ordered = list.ToArray();
            var kept = before[list.Key].Intersect(ordered).ToArray();
            var keepsOrder = ordered.Take(kept.Length).SequenceEqual(kept);
            var next = keepsOrder ? 1 + present.Where(entry => entry.Key.Kind == ordered[0].Kind).Select(entry => entry.Value).DefaultIfEmpty(-1).Max() : 0;
            foreach (var (place, key) in ordered.Index())
                positions[key] = keepsOrder && place < kept.Length ? present[key] : next++;
        }
        return positions;
    }

    /// <summary>True where records that stay would stand in another order.</summary>
    public static bool Differs(DirectoryRecords current, DirectoryRecords wanted)
    {
        var (before, after) = (current.Lists, wanted.Lists);
        return after.Any(list => !before[list.Key].Intersect(list).SequenceEqual(list.Intersect(before[list.Key])));
    }

    /// <summary>Gives records that the database holds another position.</summary>
    public async Task Move(IEnumerable<KeyValuePair<RecordKey, int>> positions, CancellationToken cancel)
    {
        var moved = positions.ToLookup(entry => entry.Key.Kind);
        await Set(database.Situations, moved[RecordKind.Situation]);
        await Set(database.Roles, moved[RecordKind.Role]);
        await Set(database.Channels, moved[RecordKind.Channel]);
        await Set(database.AwarenessFacts, moved[RecordKind.AwarenessFact]);

        async Task Set<T>(IQueryable<T> rows, IEnumerable<KeyValuePair<RecordKey, int>> wanted)
            where T : class, IOrderedRow
        {
            var places = wanted.ToDictionary(entry => entry.Key.Id, entry => entry.Value);
            if (places.Count == 0)
                return;
            foreach (var row in await rows.AsTracking().Where(row => places.Keys.Contains(row.Id)).ToListAsync(cancel))
                row.Position = places[row.Id];
        }
    }
}
