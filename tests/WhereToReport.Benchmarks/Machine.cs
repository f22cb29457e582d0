using System.Diagnostics;

namespace WhereToReport.Benchmarks;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    public static string Name { get; } =
        $"{Processor()}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1024 / 1024 / 1024} GB, {Environment.OSVersion}, .NET {Environment.Version}";

    private static string Processor()
    {
        if (OperatingSystem.IsMacOS())
        {
            using var sysctl = Process.Start(new ProcessStartInfo("sysctl", ["-n", "machdep.cpu.brand_string"]) { RedirectStandardOutput = true })!;
            return sysctl.StandardOutput.ReadToEnd().Trim();
        }
        return File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor";
    }
}
