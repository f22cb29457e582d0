using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Serving;

/// <summary>What came back over a bare connection, and after how long the site was done with it.</summary>
internal sealed record RawAnswer(string Text, TimeSpan After)
{
    /// <summary>The status; 0 where the connection was closed without an answer.</summary>
    public int Status => Text.Split(' ') is ["HTTP/1.1", var code, ..] ? int.Parse(code) : 0;
}

/// <summary>Speaks to a site without the manners of an HTTP client.</summary>
internal static class RawRequest
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends the pieces with a rest after each, and reads until the site closes the connection.</summary>
    public static async Task<RawAnswer> Send(SiteProcess site, IEnumerable<string> pieces, TimeSpan rest = default)
    {
        using var patience = new CancellationTokenSource(s_patience);
        using var client = new TcpClient();
        await client.ConnectAsync(site.Address.Host, site.Address.Port, patience.Token);
        var clock = Stopwatch.StartNew();
        var reading = Read(client.GetStream(), patience.Token);
        try
        {
            foreach (var piece in pieces)
            {
                await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(piece), patience.Token);
                if (await Task.WhenAny(reading, Task.Delay(rest, patience.Token)) == reading)
                    break;
            }
        }
        catch (IOException)
        {
            // The site has closed the connection while we were still sending.
        }
        return new(await reading, clock.Elapsed);
    }

    private static async Task<string> Read(NetworkStream stream, CancellationToken cancel)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, cancel) is > 0 and var read)
                text.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
        catch (IOException)
        {
            // Reset: the same as closed.
        }
        return text.ToString();
    }
}
