using WhereToReport.Drills.Load;
using WhereToReport.Testing;

namespace WhereToReport.Drills.Nodes;

/// <summary>Three nodes behind HAProxy lose one, or are replaced one after the other.</summary>
internal static class ThreeNodes
{
    private const int Connections = 16;

    /// <summary>A node is killed under load: at most what it was answering at that moment is lost.</summary>
    public static Task<Findings> Killed(Stage stage) => Run(stage, mostLost: Connections, async (node, _) =>
    {
        await node.Kill();
        return null;
    });

    /// <summary>Each node in turn is asked to end and started anew, as an upgrade does: nothing is lost.</summary>
    public static Task<Findings> Rolling(Stage stage) => Run(stage, mostLost: 0, async (node, number) =>
        await node.Stop() is var code && code == 0 ? null : $"node {number} ended with {code}");

    private static async Task<Findings> Run(Stage stage, int mostLost, Func<SiteProcess, int, Task<string?>> end)
    {
        var cluster = await stage.Cluster();
        var ports = Enumerable.Range(0, 3).Select(_ => Stage.FreePort()).ToArray();
        var nodes = new List<SiteProcess>();
        var faults = 0;
        try
        {
            foreach (var port in ports)
                nodes.Add(await Node(port));
            await using var balancer = await Balancer.Start(ports);
            using var load = HeldLoad.Start(balancer.Address, Connections);
            await using var visitors = Visitors.Start(balancer.Address);
            await Task.Delay(TimeSpan.FromSeconds(2));

            var problems = new List<string>();
            for (var round = 0; round < stage.Choose(3, 1); round++)
            {
                for (var number = 0; number < nodes.Count; number++, faults++)
                {
                    if (await end(nodes[number], number) is { } problem)
                        problems.Add(problem);
                    await Task.Delay(TimeSpan.FromSeconds(stage.Choose(5, 1)));
                    await nodes[number].DisposeAsync();
                    nodes[number] = await Node(ports[number]);
                    await Task.Delay(TimeSpan.FromSeconds(3)); // until the balancer counts on it again
                }
            }

            var (held, met) = (await load.End(), await visitors.End());
            var lost = held.Failed + held.Lost + met.Failed.Count;
            return new Findings
            {
                LoadHeld = held.PerSecond,
                Faults = faults,
                FailedReads = lost <= mostLost * faults ? 0 : lost,
                WrongAnswers = held.Wrong + met.Wrong.Count,
                Notes = $"{lost} requests lost in flight; {met.Words}",
            }
                .Demand(problems.Count == 0, string.Join("; ", problems));
        }
        finally
        {
            foreach (var node in nodes)
                await node.DisposeAsync();
        }

        Task<SiteProcess> Node(int port) => Stage.Node(cluster.AsSite, new Dictionary<string, string> { ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}" });
    }
}
