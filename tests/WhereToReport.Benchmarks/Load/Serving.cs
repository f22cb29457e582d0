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
        string[] pages = [.. zips.Select(zip => "/find?q=" + zip)];
        figures.AddRange(await FirstTime(site, pages, "br"));
        foreach (var coding in s_codings.SkipLast(1))
            await AskForAll(site, pages, coding);
        figures.Add(new($"resident memory after {zips.Length:#,0} ZIP codes in all codings", site.ResidentBytes / 1024.0 / 1024, "MB") { Target = Target.Most(200) });
        figures.AddRange(await Beside(site, pages, [.. zips.Select(zip => "/api/v1/answer?place=" + zip)], files));
        figures.Add(new("resident memory after all of that load", site.ResidentBytes / 1024.0 / 1024, "MB") { Target = Target.Most(200) });
        return figures;
    }

    private static async Task<IReadOnlyList<Figure>> Beside(SiteProcess site, string[] pages, string[] answers, ServedFiles files)
    {
        var figures = new List<Figure>();
        await using var nginx = await Nginx.Start(files);
        var throughput = new Throughput(site, nginx, files);
        foreach (var coding in s_codings)
            figures.AddRange(await throughput.Measure("page of a random ZIP code", pages, coding, "html", hasTargets: true));
        figures.AddRange(await throughput.Measure("home page", ["/"], "br", "html"));
        await AskForAll(site, answers, "br");
        figures.AddRange(await throughput.Measure("JSON answer of a random ZIP code", answers, "br", "json", hasTargets: true));
        figures.AddRange(await throughput.Measure("HSDS list", ["/hsds/services"], "br", "json"));
        return figures;
    }

    private static async Task<IReadOnlyList<Figure>> FirstTime(SiteProcess site, string[] addresses, string coding)
    {
        var clock = Stopwatch.StartNew();
        var waited = await AskForAll(site, addresses, coding);
        return
        [
            new($"every ZIP code for the first time, {coding}", addresses.Length / clock.Elapsed.TotalSeconds, "/s"),
            new($"every ZIP code for the first time, {coding}: p50", Figure.Percentile(waited, 0.5), "ms"),
            new($"every ZIP code for the first time, {coding}: p99", Figure.Percentile(waited, 0.99), "ms"),
        ];
    }

    private static async Task<IReadOnlyCollection<double>> AskForAll(SiteProcess site, string[] addresses, string coding)
    {
        var waited = new ConcurrentBag<double>();
        await Parallel.ForEachAsync(addresses, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (address, cancel) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", coding } } };
            var asked = Stopwatch.GetTimestamp();
            using var response = await site.Http.SendAsync(request, cancel);
            response.EnsureSuccessStatusCode();
            waited.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        });
        return waited;
    }
}
