using System.Net;
using System.Net.Sockets;

namespace WhereToReport.Drills.Databases;

/// <summary>Stands between a node and its database, and holds back everything that the node says for as long as it is told.</summary>
internal sealed class SlowProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _server;
    private readonly Task _accepting;

    public SlowProxy(int server)
    {
        _server = server;
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How long each message waits.</summary>
    public TimeSpan Delay { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Accept()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(Connect(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task Connect(TcpClient node)
    {
        using var from = node;
        using var to = new TcpClient();
        try
        {
            await to.ConnectAsync(IPAddress.Loopback, _server, _stop.Token);
            await Task.WhenAny(Carry(from.GetStream(), to.GetStream(), () => Delay), Carry(to.GetStream(), from.GetStream(), () => TimeSpan.Zero));
        }
        catch (Exception end) when (end is SocketException or OperationCanceledException)
        {
            // One side is gone, and the connection with it.
        }
    }

    private async Task Carry(NetworkStream from, NetworkStream to, Func<TimeSpan> delay)
    {
        try
        {
            var buffer = new byte[64 * 1024];
            while (await from.ReadAsync(buffer, _stop.Token) is > 0 and var count)
            {
                await Task.Delay(delay(), _stop.Token);
                await to.WriteAsync(buffer.AsMemory(0, count), _stop.Token);
            }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // As above.
        }
    }
}
