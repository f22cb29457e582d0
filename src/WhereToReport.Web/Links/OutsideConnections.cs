using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace WhereToReport.Web.Links;

/// <summary>A host turned out not to be on the public web.</summary>
internal sealed class AddressRefusedException(string host) : IOException($"{host} is not on the public web.");

/// <summary>
/// Connections to the public web and to nothing else. The rule is applied to the address that is connected to, at the
/// moment of connecting, so that neither a redirect nor a name that changes its address slips past it.
/// </summary>
internal static class OutsideConnections
{
    // A host with a dead address beside a living one must not use up the whole patience of a request.
    private static readonly TimeSpan s_patienceWithOneAddress = TimeSpan.FromSeconds(6);
    private const int MostAddresses = 6;

    /// <summary>The resolver of the system.</summary>
    public static Task<IPAddress[]> Resolve(string host, CancellationToken cancel) => Dns.GetHostAddressesAsync(host, cancel);

    /// <summary>Ports 80 and 443 of public addresses.</summary>
    public static bool IsOutside(IPEndPoint end) => end.Port is 80 or 443 && InternetAddress.IsPublic(end.Address);

    /// <summary>No proxy, no cookies, no credentials, no redirects of its own, no tracing headers; bodies that nobody reads, and certificates that a certificate points to, are not downloaded.</summary>
    public static SocketsHttpHandler Handler(Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<IPEndPoint, bool> mayConnect) => new()
    {
        UseProxy = false,
        UseCookies = false,
        Credentials = null,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        AutomaticDecompression = DecompressionMethods.None,
        MaxConnectionsPerServer = 1,
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 0,
        // Else a certificate could name an address to be fetched from here, past all rules.
        SslOptions = new() { CertificateChainPolicy = new() { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck } },
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = async (context, cancel) =>
        {
            var host = context.DnsEndPoint;
            var addresses = IPAddress.TryParse(host.Host, out var literal) ? [literal] : await resolve(host.Host, cancel);
            return await Connect(host, addresses, mayConnect, cancel);
        },
    };

    private static async Task<Stream> Connect(DnsEndPoint host, IPAddress[] addresses, Func<IPEndPoint, bool> mayConnect, CancellationToken cancel)
    {
        var allowed = addresses.Select(address => new IPEndPoint(address, host.Port)).Where(mayConnect).Take(MostAddresses).ToArray();
        if (allowed.Length == 0)
            throw new AddressRefusedException(host.Host);
        foreach (var end in allowed[..^1])
        {
            if (await TryConnect(end, cancel) is { } stream)
                return stream;
        }
        return await Connect(allowed[^1], cancel);
    }

    private static async Task<Stream?> TryConnect(IPEndPoint end, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(s_patienceWithOneAddress);
        try
        {
            return await Connect(end, patience.Token);
        }
        catch (Exception failure) when (failure is SocketException || failure is OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task<Stream> Connect(IPEndPoint end, CancellationToken cancel)
    {
        var socket = new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(end, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
