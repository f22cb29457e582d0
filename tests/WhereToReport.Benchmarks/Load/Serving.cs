using System.Collections.Concurrent;
using System.Diagnostics;
using WhereToReport.Testing;

namespace WhereToReport.Benchmarks.Load;

/// <summary>One site: every ZIP code for the first time, then as fast as it goes, and what memory it holds after all.</summary>
internal static class Serving
{
    private static readonly string[] s_codings = ["identity", "gzip", "br"];

    /// <param name="every">1 for all ZIP codes, 20 for a twentieth of them.</param>
    public static async Task<IReadOnlyList<Figure>> Measure(int every)
    {
        string[] zips = [.. RealDirectory.Facts.Gazetteer.ZipCodes.Where((_, index) => index % every == 0).Select(zip => zip.Zip)];
        await using var database = await TestDatabase.Filled();
        await using var site = await SiteProcess.Start(database.AsSite);
        await site.UntilItServesTheDatabase();
        using var files = new ServedFiles();
        var figures = new List<Figure>();
        figures.AddRange(await FirstTime(site, zips, "br"));
        foreach (var coding in s_codings.SkipLast(1))
            await AskForAll(site, zips, coding);
        figures.Add(new($"resident memory after {zips.Length:#,0} ZIP codes in all codings", site.ResidentBytes / 1024.0 / 1024, "MB") { Target = Target.Most(200) });
        figures.AddRange(await Beside(site, zips, files));
        figures.Add(new("resident memory after all of that load", site.ResidentBytes / 1024.0 / 1024, "MB") { Target = Target.Most(200) });
        return figures;
    }

    private static async Task<IReadOnlyList<Figure>> Beside(SiteProcess site, string[] zips, ServedFiles files)
    {
        var figures = new List<Figure>();
        string[] pages = [.. zips.Select(zip => "/find?q=" + zip)];
        string[] answers = [.. zips.Select(zip => "/api/v1/answer?place=" + zip)];
        await using var nginx = await Nginx.Start(files);
        var throughput = new Throughput(site, nginx, files);
        foreach (var coding in s_codings)
        {
            figures.AddRange(await throughput.Measure("page of a random ZIP code", pages, coding, "html", hasTargets: true));
            figures.AddRange(await throughput.Measure("home page", ["/"], coding, "html"));
        }
        figures.AddRange(await throughput.Measure("JSON answer of a random ZIP code", answers, "br", "json"));
        figures.AddRange(await throughput.Measure("HSDS list", ["/hsds/services"], "br", "json"));
        return figures;
    }

    private static async Task<IReadOnlyList<Figure>> FirstTime(SiteProcess site, string[] zips, string coding)
    {
        var clock = Stopwatch.StartNew();
        var waited = await AskForAll(site, zips, coding);
        return
        [
            new($"every ZIP code for the first time, {coding}", zips.Length / clock.Elapsed.TotalSeconds, "/s"),
            new($"every ZIP code for the first time, {coding}: p50", Figure.Percentile(waited, 0.5), "ms"),
            new($"every ZIP code for the first time, {coding}: p99", Figure.Percentile(waited, 0.99), "ms"),
        ];
    }

    private static async Task<IReadOnlyCollection<double>> AskForAll(SiteProcess site, string[] zips, string coding)
    {
        var waited = new ConcurrentBag<double>();
        await Parallel.ForEachAsync(zips, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (zip, cancel) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/find?q=" + zip) { Headers = { { "Accept-Encoding", coding } } };
            var asked = Stopwatch.GetTimestamp();
            using var response = await site.Http.SendAsync(request, cancel);
            response.EnsureSuccessStatusCode();
            waited.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        });
        return waited;
    }
}
