using System.Diagnostics;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Testing;

namespace WhereToReport.Benchmarks;

/// <summary>What the directory in memory needs: to be made, to answer, to suggest; and how that grows with what it holds.</summary>
internal static class InProcess
{
    private const int Times = 10;
    private const int MostSuggestions = 8;
    private const double AllowedGrowth = 1.2;

    // Where the added channels are, so that answers elsewhere stay as long as they are.
    private const string FullState = "WY";

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        var facts = RealDirectory.Facts;
        return
        [
            new("snapshot built in memory", await Runs.Median(() => Task.FromResult(Build(facts))), "ms"),
            .. Growth(facts),
            .. Suggestions(),
        ];
    }

    private static double Build(DirectoryFacts facts)
    {
        var began = Stopwatch.GetTimestamp();
        var snapshot = new DirectorySnapshot(facts, 1, DateTimeOffset.UnixEpoch);
        _ = snapshot.Suggestions;
        snapshot.Places.Naming.Wait();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    // The two take turns, so that a busy machine slows both.
    private static IEnumerable<Figure> Growth(DirectoryFacts facts)
    {
        var (now, grown) = (RealDirectory.Snapshot, new DirectorySnapshot(Grown(facts), 1, DateTimeOffset.UnixEpoch));
        var pairs = Enumerable.Range(0, 1 + 2 * Runs.Counted).Select(_ => (Now: Lookup(now, facts), Grown: Lookup(grown, facts))).Skip(1).ToArray();
        yield return new($"lookup of a ZIP code with {Times} times the channels and ZIP codes", Figure.Median(pairs.Select(pair => pair.Grown)), "µs")
        {
            Reference = "now",
            ReferenceValue = Figure.Median(pairs.Select(pair => pair.Now)),
            Ratio = Figure.Median(pairs.Select(pair => pair.Grown / pair.Now)),
            Target = Target.Most(AllowedGrowth),
        };
    }

    private static double Lookup(DirectorySnapshot directory, DirectoryFacts facts)
    {
        var asked = 0;
        var began = Stopwatch.GetTimestamp();
        foreach (var zip in facts.Gazetteer.ZipCodes.Where(zip => zip.State != FullState))
        {
            _ = directory.Finder.Find(directory.Places.Resolve(zip.Zip), null);
            asked++;
        }
        return Stopwatch.GetElapsedTime(began).TotalMicroseconds / asked;
    }

    private static DirectoryFacts Grown(DirectoryFacts facts)
    {
        var more = Enumerable.Range(1, Times - 1).ToArray();
        var full = new CoverageRule { State = FullState, Basis = CoverageBasis.Stated };
        return facts with
        {
            Channels = [.. facts.Channels, .. more.SelectMany(copy => facts.Channels.Select(channel => channel with { Id = $"{channel.Id}-{copy}", Coverage = [full] }))],
            Gazetteer = facts.Gazetteer with
            {
                ZipCodes = [.. facts.Gazetteer.ZipCodes, .. more.SelectMany(copy => facts.Gazetteer.ZipCodes.Select(zip => zip with { Zip = $"{zip.Zip}{copy}" }))],
                ZipCounties = [.. facts.Gazetteer.ZipCounties, .. more.SelectMany(copy => facts.Gazetteer.ZipCounties.Select(pair => pair with { Zip = $"{pair.Zip}{copy}" }))],
            },
        };
    }

    private static IEnumerable<Figure> Suggestions()
    {
        var suggestions = RealDirectory.Snapshot.Suggestions;
        string[] typed = [.. RealDirectory.Facts.Gazetteer.Counties.SelectMany(county => Enumerable.Range(1, county.Name.Length).Select(length => county.Name[..length])).Distinct()];
        var waited = new List<double>();
        for (var round = 0; round < 2; round++)
        {
            waited.Clear();
            foreach (var text in typed)
            {
                var began = Stopwatch.GetTimestamp();
                _ = suggestions.Starting(text, MostSuggestions);
                waited.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }
        yield return new("suggestions while a county is typed: p50", Figure.Percentile(waited, 0.5), "ms");
        yield return new("suggestions while a county is typed: p99", Figure.Percentile(waited, 0.99), "ms") { Target = Target.Most(2) };
    }
}
