using Npgsql;
using WhereToReport.Drills.Load;

namespace WhereToReport.Drills.Databases;

/// <summary>Every query takes five seconds longer: visitors wait for none of them.</summary>
internal static class SlowDatabase
{
    private const double MostMilliseconds = 50;

    public static async Task<Findings> Run(Stage stage)
    {
        var cluster = await stage.Cluster();
        await using var proxy = new SlowProxy(cluster.Port);
        await using var node = await Stage.Node(new NpgsqlConnectionStringBuilder(cluster.AsSite) { Port = proxy.Port }.ConnectionString);
        await WarmUp(node.Address);

        await using var visitors = Visitors.Start(node.Address, perSecond: 100);
        proxy.Delay = TimeSpan.FromSeconds(5);
        await Task.Delay(TimeSpan.FromSeconds(stage.Choose(60, 15)));
        var met = await visitors.End();

        proxy.Delay = TimeSpan.Zero;
        string text;
        await using (var editor = cluster.Open())
            text = await Stage.Edit(editor);
        var fresh = await Stage.SecondsUntilShown(node, text);
        return new Findings
        {
            LoadHeld = met.PerSecond,
            FailedReads = met.Failed.Count,
            WrongAnswers = met.Wrong.Count,
            RecoverySeconds = fresh,
            Notes = met.Words,
        }
            .Demand(met.P99Milliseconds < MostMilliseconds, $"p99 is not under {MostMilliseconds} ms")
            .Demand(fresh <= 10, "news took more than 10 s once the database was quick again");
    }

    // What a process does for the first time takes longer, and is not what this drill asks about.
    private static async Task WarmUp(Uri site)
    {
        await using var first = Visitors.Start(site, perSecond: 100);
        await Task.Delay(TimeSpan.FromSeconds(3));
    }
}
