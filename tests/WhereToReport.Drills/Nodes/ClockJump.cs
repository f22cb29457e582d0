using WhereToReport.Drills.Load;

namespace WhereToReport.Drills.Nodes;

/// <summary>The clock of a node jumps days ahead and back (by libfaketime): answers and news come as ever.</summary>
internal static class ClockJump
{
    public static async Task<Findings> Run(Stage stage)
    {
        var cluster = await stage.Cluster();
        var clock = Path.GetTempFileName();
        await File.WriteAllTextAsync(clock, "+0");
        await using var node = await Stage.Node(cluster.AsSite, new Dictionary<string, string>
        {
            ["LD_PRELOAD"] = Library(),
            ["FAKETIME_TIMESTAMP_FILE"] = clock,
            ["FAKETIME_CACHE_DURATION"] = "1",
            ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        });
        await using var visitors = Visitors.Start(node.Address);
        var (slowest, jumps, notTaken) = (0.0, new[] { "+3d", "-3d", "+400d", "+0" }, 0);
        foreach (var jump in jumps)
        {
            await File.WriteAllTextAsync(clock, jump);
            await Task.Delay(TimeSpan.FromSeconds(stage.Choose(5, 2)));
            if (await Offset(node) is var offset && Math.Abs(offset.TotalDays - Days(jump)) > 0.1)
                notTaken++;
            string text;
            await using (var editor = cluster.Open())
                text = await Stage.Edit(editor);
            slowest = Math.Max(slowest, await Stage.SecondsUntilShown(node, text));
        }
        var met = await visitors.End();
        File.Delete(clock);
        return new Findings { LoadHeld = met.PerSecond, Faults = jumps.Length, FailedReads = met.Failed.Count, WrongAnswers = met.Wrong.Count, RecoverySeconds = slowest }
            .Demand(notTaken == 0, $"{notTaken} jumps did not reach the node: the drill proves nothing")
            .Demand(slowest <= 10, "news took more than 10 s");
    }

    // The node's clock, as its own answer tells it.
    private static async Task<TimeSpan> Offset(Testing.SiteProcess node)
    {
        using var response = await node.Http.GetAsync("/health/live");
        return response.Headers.Date!.Value - DateTimeOffset.UtcNow;
    }

    private static int Days(string jump) => int.Parse(jump.TrimEnd('d'), System.Globalization.CultureInfo.InvariantCulture);

    private static string Library() =>
        Directory.EnumerateFiles("/usr/lib", "libfaketimeMT.so.1", SearchOption.AllDirectories).FirstOrDefault()
        ?? throw new InvalidOperationException("libfaketime is missing.");
}
