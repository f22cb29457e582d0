using WhereToReport.Testing;

namespace WhereToReport.Benchmarks.Load;

/// <summary>Answers a second and how long they take, beside nginx and a bare Kestrel that send the same bytes in the same minute.</summary>
internal sealed class Throughput(SiteProcess site, Nginx nginx, ServedFiles files)
{
    private const int Seconds = 2;
    private const int Samples = 200;

    /// <param name="name">The name of the figures.</param>
    /// <param name="addresses">What is asked for, at random.</param>
    /// <param name="coding">The content coding.</param>
    /// <param name="ending">That of a file of such answers: <c>html</c> or <c>json</c>.</param>
    /// <param name="hasTargets">True for what must come near to the references.</param>
    public async Task<IReadOnlyList<Figure>> Measure(string name, IReadOnlyList<string> addresses, string coding, string ending, bool hasTargets = false)
    {
        var file = await files.Add(Guid.NewGuid().ToString("n"), coding, ending, await TypicalBody(addresses, coding));
        await using var kestrel = await BareKestrel.Start(files); // it reads its files at its start
        using var questions = new Wrk(addresses);
        using var same = new Wrk([file]);
        var runs = await Runs.Of(async () => (
            Site: await questions.Run(site.Address, coding, Seconds),
            Kestrel: await same.Run(kestrel.Address, coding, Seconds),
            Nginx: await same.Run(nginx.Address, coding, Seconds)));

        return
        [
            Rate("bare Kestrel", runs.Select(run => (run.Site, run.Kestrel)), 0.9),
            Rate("nginx", runs.Select(run => (run.Site, run.Nginx)), 0.45),
            Wait("p50", runs.Select(run => (run.Site.P50Milliseconds, run.Nginx.P50Milliseconds))),
            Wait("p99", runs.Select(run => (run.Site.P99Milliseconds, run.Nginx.P99Milliseconds))),
        ];

        Figure Rate(string reference, IEnumerable<(Loaded Site, Loaded Reference)> pairs, double least) =>
            new($"{name}, {coding}", Figure.Median(pairs.Select(pair => pair.Site.PerSecond)), "/s")
            {
                Reference = reference,
                ReferenceValue = Figure.Median(pairs.Select(pair => pair.Reference.PerSecond)),
                Ratio = Figure.Median(pairs.Select(pair => pair.Site.PerSecond / pair.Reference.PerSecond)),
                Target = hasTargets ? Target.Least(least) : null,
            };

        Figure Wait(string which, IEnumerable<(double Site, double Nginx)> pairs) =>
            new($"{name}, {coding}: {which}", Figure.Median(pairs.Select(pair => pair.Site)), "ms")
            {
                Reference = "nginx",
                ReferenceValue = Figure.Median(pairs.Select(pair => pair.Nginx)),
            };
    }

    // A server is as fast as the bytes it sends allow: the references send an answer of the mean size.
    private async Task<byte[]> TypicalBody(IReadOnlyList<string> addresses, string coding)
    {
        var bodies = new List<byte[]>();
        for (var i = 0; i < Math.Min(Samples, addresses.Count); i++)
            bodies.Add(await Body(addresses[i * addresses.Count / Math.Min(Samples, addresses.Count)], coding));
        var mean = bodies.Average(body => body.Length);
        return bodies.MinBy(body => Math.Abs(body.Length - mean))!;
    }

    private async Task<byte[]> Body(string address, string coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", coding } } };
        using var response = await site.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }
}
