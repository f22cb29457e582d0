using System.Diagnostics;
using System.Globalization;

namespace WhereToReport.Benchmarks.Load;

/// <summary>What one run of a load came to.</summary>
internal sealed record Loaded(double PerSecond, double P50Milliseconds, double P99Milliseconds);

/// <summary>Asks a server for addresses at random, as fast as it answers.</summary>
internal sealed class Wrk : IDisposable
{
    private const int Connections = 32;
    private const double MicrosecondsInSecond = 1_000_000;

    private readonly string _addresses = Path.GetTempFileName();

    public Wrk(IEnumerable<string> addresses) => File.WriteAllLines(_addresses, addresses);

    /// <param name="server">The server.</param>
    /// <param name="coding">What the client takes: <c>identity</c>, <c>gzip</c> or <c>br</c>.</param>
    /// <param name="seconds">How long to ask.</param>
    /// <exception cref="InvalidOperationException">An answer was missing or no success: such a run measures nothing.</exception>
    public async Task<Loaded> Run(Uri server, string coding, int seconds)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Load", "pages.lua");
        using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-t2", $"-c{Connections}", $"-d{seconds}s", "--timeout", "10s", "-s", script, server.ToString()])
        {
            RedirectStandardOutput = true,
            Environment = { ["BENCH_ADDRESSES"] = _addresses, ["BENCH_CODING"] = coding },
        })!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var line = output.Split('\n').SingleOrDefault(line => line.StartsWith("measured ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"wrk said nothing of what it measured:\n{output}");
        var numbers = line.Split(' ').Skip(1).Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return numbers is [var requests, var duration, _, 0, var p50, var p99]
            ? new(requests / duration * MicrosecondsInSecond, p50 / 1000, p99 / 1000)
            : throw new InvalidOperationException($"Answers of {server} failed:\n{output}");
    }

    public void Dispose() => File.Delete(_addresses);
}
