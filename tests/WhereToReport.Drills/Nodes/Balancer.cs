using System.Diagnostics;
using WhereToReport.Testing;

namespace WhereToReport.Drills.Nodes;

/// <summary>HAProxy before three nodes, with the very settings that the containers use.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    private readonly Process _haproxy;

    private Balancer(Process haproxy, Uri address) => (_haproxy, Address) = (haproxy, address);

    public Uri Address { get; }

    public static async Task<Balancer> Start(params int[] nodes)
    {
        var port = Stage.FreePort();
        var start = new ProcessStartInfo("haproxy", ["-db", "-f", Path.Combine(Repository.Root, "docs", "haproxy.cfg")])
        {
            RedirectStandardError = true,
            Environment = { ["LISTEN"] = $"127.0.0.1:{port}" },
        };
        for (var number = 0; number < nodes.Length; number++)
            start.Environment[$"NODE{number + 1}"] = $"127.0.0.1:{nodes[number]}";
        var balancer = new Balancer(Process.Start(start)!, new($"http://127.0.0.1:{port}"));
        balancer._haproxy.BeginErrorReadLine();

        using var http = new HttpClient { BaseAddress = balancer.Address };
        var up = await Stage.SecondsUntil(async () =>
        {
            try
            {
                return (await http.GetAsync("/health/ready")).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
        return double.IsFinite(up) ? balancer : throw new InvalidOperationException("HAProxy does not answer.");
    }

    public async ValueTask DisposeAsync()
    {
        _haproxy.Kill();
        await _haproxy.WaitForExitAsync();
        _haproxy.Dispose();
    }
}
