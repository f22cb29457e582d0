using WhereToReport.Drills.Load;

namespace WhereToReport.Drills.Databases;

/// <summary>Postgres is killed under load, stays away, and comes back: readers notice nothing, and what is new is shown soon.</summary>
internal static class DatabaseKilled
{
    private const double MostSecondsToBeFresh = 10;

    public static async Task<Findings> Run(Stage stage)
    {
        var cluster = await stage.Cluster();
        await using var node = await Stage.Node(cluster.AsSite);
        using var load = HeldLoad.Start(node.Address);
        await using var visitors = Visitors.Start(node.Address);
        await using var writers = Writers.Start(node.Address);
        await Task.Delay(TimeSpan.FromSeconds(3));

        cluster.Kill();
        await Task.Delay(stage.Choose(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(6)));
        await cluster.Start();

        string text;
        await using (var editor = cluster.Open())
            text = await Stage.Edit(editor);
        var fresh = await Stage.SecondsUntilShown(node, text);
        var (held, met) = (await load.End(), await visitors.End());
        var (acknowledged, lost) = await writers.End(cluster.ConnectionString);
        return new Findings
        {
            LoadHeld = held.PerSecond,
            FailedReads = held.Failed + held.Lost + met.Failed.Count,
            WrongAnswers = held.Wrong + met.Wrong.Count,
            LostWrites = lost,
            RecoverySeconds = fresh,
            Notes = $"{acknowledged} writes acknowledged; {met.Words}",
        }
            .Demand(fresh <= MostSecondsToBeFresh, $"news took more than {MostSecondsToBeFresh} s")
            .Demand(acknowledged > 0, "nothing was written");
    }
}
