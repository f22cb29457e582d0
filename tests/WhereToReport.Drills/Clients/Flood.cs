using WhereToReport.Drills.Load;

namespace WhereToReport.Drills.Clients;

/// <summary>Hundreds of connections ask without a pause: visitors wait longer, and everybody is answered.</summary>
internal static class Flood
{
    private const int Connections = 500;

    public static async Task<Findings> Run(Stage stage)
    {
        var cluster = await stage.Cluster();
        await using var node = await Stage.Node(cluster.AsSite);
        await using var visitors = Visitors.Start(node.Address, perSecond: 20);
        using var load = HeldLoad.Start(node.Address, Connections);
        await Task.Delay(TimeSpan.FromSeconds(stage.Choose(30, 5)));
        var held = await load.End();
        var calm = await Stage.SecondsUntil(async () =>
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            await node.Http.GetAsync(Question.All[0].Address);
            return clock.Elapsed < TimeSpan.FromMilliseconds(50);
        });
        var met = await visitors.End();
        return new Findings
        {
            LoadHeld = held.PerSecond,
            Faults = Connections,
            FailedReads = held.Failed + held.Lost + met.Failed.Count,
            WrongAnswers = held.Wrong + met.Wrong.Count,
            RecoverySeconds = calm,
            Notes = met.Words,
        }
            .Demand(calm <= 10, "the node was still slow 10 s after the flood");
    }
}
