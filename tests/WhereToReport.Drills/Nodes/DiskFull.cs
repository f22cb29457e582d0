using System.Diagnostics;
using WhereToReport.Drills.Load;

namespace WhereToReport.Drills.Nodes;

/// <summary>The disk is too full for the snapshot: the node says so, goes on, and leaves nothing half-written behind.</summary>
internal static class DiskFull
{
    public static async Task<Findings> Run(Stage stage)
    {
        if (Environment.UserName != "root")
            return new Findings { Faults = 0, Notes = "not run: only root can make a small disk" };
        var cluster = await stage.Cluster();
        var disk = Directory.CreateTempSubdirectory("disk-").FullName;
        await Execute("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk);
        try
        {
            await using var node = await Stage.Node(cluster.AsSite, new Dictionary<string, string> { ["Directory__SnapshotFile"] = Path.Combine(disk, "snapshot.json") });
            await using var visitors = Visitors.Start(node.Address);
            var told = await Stage.SecondsUntil(() => Task.FromResult(node.Output.Contains("cannot be kept on disk", StringComparison.Ordinal)));
            string text;
            await using (var editor = cluster.Open())
                text = await Stage.Edit(editor);
            var fresh = await Stage.SecondsUntilShown(node, text);
            var met = await visitors.End();
            return new Findings { LoadHeld = met.PerSecond, FailedReads = met.Failed.Count, WrongAnswers = met.Wrong.Count, RecoverySeconds = fresh }
                .Demand(double.IsFinite(told), "the full disk was not reported")
                .Demand(fresh <= 10, "news took more than 10 s")
                .Demand(!Directory.EnumerateFiles(disk).Any(), "half a file was left behind");
        }
        finally
        {
            await Execute("umount", "--lazy", disk);
            Directory.Delete(disk);
        }
    }

    private static async Task Execute(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
