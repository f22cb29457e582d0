using System.Net;
using System.Net.Sockets;

namespace WhereToReport.Benchmarks.Load;

/// <summary>Ports for the references to listen on.</summary>
internal static class FreePort
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <exception cref="OperationCanceledException">Nobody answers on the port in time.</exception>
    public static async Task UntilAnswers(int port)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, patience.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50, patience.Token);
            }
        }
    }
}
