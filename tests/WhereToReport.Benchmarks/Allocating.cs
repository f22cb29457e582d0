using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using WhereToReport.Domain;
using WhereToReport.Domain.Answers;
using WhereToReport.Testing;

namespace WhereToReport.Benchmarks;

/// <summary>Time and memory that one answer takes to be found, by BenchmarkDotNet.</summary>
internal static class Allocating
{
    public static Task<IReadOnlyList<Figure>> Measure()
    {
        var config = new ManualConfig()
            .AddJob(Job.ShortRun.WithIterationCount(Runs.Counted).WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddLogger(NullLogger.Instance)
            .WithArtifactsPath(Path.Combine(Repository.Root, ".dev", "benchmarkdotnet"));
        var figures = BenchmarkRunner.Run<Answering>(config).Reports.SelectMany(report => new[]
        {
            new Figure($"{report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo}: time", report.ResultStatistics!.Median / 1000, "µs"),
            new Figure($"{report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo}: allocated", report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)!.Value / 1024.0, "kB")
            {
                Target = Target.Most(AllocationBudget.BytesAnAnswer / 1024.0),
            },
        });
        return Task.FromResult<IReadOnlyList<Figure>>([.. figures]);
    }
}

/// <summary>The questions whose memory is measured.</summary>
public class Answering
{
    private readonly DirectorySnapshot _directory = RealDirectory.Snapshot;
    private readonly string[] _zips = [.. RealDirectory.Facts.Gazetteer.ZipCodes.Select(zip => zip.Zip)];
    private int _next;

    [Benchmark(Description = "answer for the next ZIP code")]
    public Outcome Zip() => Find(null);

    [Benchmark(Description = "answer for the next ZIP code and a situation")]
    public Outcome Situation() => Find("sextortion");

    private Outcome Find(string? situation)
    {
        _next = (_next + 1) % _zips.Length;
        return _directory.Finder.Find(_directory.Places.Resolve(_zips[_next]), situation is null ? null : _directory.Situation(situation));
    }
}
