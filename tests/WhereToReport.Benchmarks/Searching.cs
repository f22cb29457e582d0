using System.Diagnostics;
using Npgsql;
using WhereToReport.Domain.Places;
using WhereToReport.Postgres.Search;
using WhereToReport.Postgres.Snapshots;
using WhereToReport.Testing;

namespace WhereToReport.Benchmarks;

/// <summary>What needs Postgres: the search for a misspelled place, and a snapshot.</summary>
internal static class Searching
{
    private const int Samples = 1000;

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        await using var database = await TestDatabase.Filled();
        await using var source = NpgsqlDataSource.Create(database.AsSite);
        var loader = new SnapshotLoader(source, TimeProvider.System);
        return
        [
            new("snapshot read from Postgres and built", await Runs.Median(() => Load(loader)), "ms"),
            .. await Typos(new PlaceSearch(source)),
        ];
    }

    private static async Task<double> Load(SnapshotLoader loader)
    {
        var began = Stopwatch.GetTimestamp();
        _ = await loader.FromPostgres(CancellationToken.None) ?? throw new InvalidOperationException("The database is empty.");
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static async Task<IReadOnlyList<Figure>> Typos(PlaceSearch search)
    {
        // Names with two letters in the wrong order, from all over the country.
        string[] names = [.. RealDirectory.Facts.Gazetteer.ZipCodes.Select(zip => zip.Place).OfType<string>().Where(place => place.Length > 4).Distinct()];
        string[] typos = [.. Enumerable.Range(0, Samples).Select(i => names[i * names.Length / Samples]).Select(name => PlaceText.Normalize($"{name[..2]}{name[3]}{name[2]}{name[4..]}"))];
        var waited = new List<double>();
        foreach (var typo in typos.Take(100).Concat(typos))
        {
            var began = Stopwatch.GetTimestamp();
            _ = await search.Similar(typo, null);
            waited.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return
        [
            new("search for a misspelled place: p50", Figure.Percentile(waited.Skip(100), 0.5), "ms"),
            new("search for a misspelled place: p99", Figure.Percentile(waited.Skip(100), 0.99), "ms") { Target = Target.Most(20) },
        ];
    }
}
