using System.Diagnostics;
using WhereToReport.Drills.Load;

namespace WhereToReport.Drills.Clients;

/// <summary>Clients that keep connections busy by sending and reading as slowly as they can (slowhttptest): the others are answered.</summary>
internal static class SlowClients
{
    private const double MostMilliseconds = 1000;

    public static async Task<Findings> Run(Stage stage)
    {
        var cluster = await stage.Cluster();
        await using var node = await Stage.Node(cluster.AsSite);
        await using var visitors = Visitors.Start(node.Address);
        var seconds = stage.Choose(30, 5);
        var ways = new[]
        {
            new[] { "-H", "-u", node.Address.ToString() },
            ["-B", "-t", "POST", "-s", "8192", "-u", new Uri(node.Address, "/corrections/new").ToString()],
            ["-X", "-w", "1", "-y", "8", "-n", "5", "-z", "1", "-k", "3", "-u", new Uri(node.Address, "/task-forces").ToString()],
        };
        foreach (var way in ways)
        {
            var start = new ProcessStartInfo("slowhttptest", [.. way, "-c", "1000", "-r", "500", "-i", "5", "-l", $"{seconds}", "-p", "3"]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var attack = Process.Start(start)!;
            var output = (attack.StandardOutput.ReadToEndAsync(), attack.StandardError.ReadToEndAsync());
            await attack.WaitForExitAsync();
            await Task.WhenAll(output.Item1, output.Item2);
        }
        var met = await visitors.End();
        return new Findings
        {
            LoadHeld = met.PerSecond,
            Faults = ways.Length * 1000,
            FailedReads = met.Failed.Count,
            WrongAnswers = met.Wrong.Count,
            Notes = met.Words,
        }
            .Demand(met.P99Milliseconds < MostMilliseconds, $"visitors' p99 is not under {MostMilliseconds} ms");
    }
}
