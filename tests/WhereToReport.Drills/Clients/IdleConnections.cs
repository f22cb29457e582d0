using System.Net.Sockets;
using WhereToReport.Drills.Load;

namespace WhereToReport.Drills.Clients;

/// <summary>Ten thousand connections on which nobody says anything: the others are answered.</summary>
internal static class IdleConnections
{
    public static async Task<Findings> Run(Stage stage)
    {
        var cluster = await stage.Cluster();
        await using var node = await Stage.Node(cluster.AsSite);
        var idle = new List<Socket>();
        try
        {
            for (var number = 0; number < stage.Choose(10_000, 2_000); number++)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                idle.Add(socket);
                await socket.ConnectAsync("127.0.0.1", node.Address.Port);
            }
            await using var visitors = Visitors.Start(node.Address);
            using var load = HeldLoad.Start(node.Address);
            await Task.Delay(TimeSpan.FromSeconds(stage.Choose(30, 5)));
            var (held, met) = (await load.End(), await visitors.End());
            return new Findings
            {
                LoadHeld = held.PerSecond,
                Faults = idle.Count,
                FailedReads = held.Failed + held.Lost + met.Failed.Count,
                WrongAnswers = held.Wrong + met.Wrong.Count,
                Notes = $"{met.Words}; the node holds {node.ResidentBytes / 1024 / 1024} MB",
            };
        }
        finally
        {
            idle.ForEach(socket => socket.Dispose());
        }
    }
}
