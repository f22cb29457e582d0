using System.Diagnostics;
using WhereToReport.Testing;

namespace WhereToReport.Benchmarks;

/// <summary>The whole <c>import</c> command, as a process.</summary>
internal static class Importing
{
    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        await using var filled = await TestDatabase.Filled();
        return
        [
            new("import of everything", await Runs.Median(Everything), "s") { Target = Target.Most(10) },
            new("import of nothing new", await Runs.Median(() => Import(filled)), "s") { Target = Target.Most(10) },
        ];
    }

    private static async Task<double> Everything()
    {
        await using var database = await TestDatabase.Empty();
        return await Import(database);
    }

    private static async Task<double> Import(TestDatabase database)
    {
        var program = Environment.GetEnvironmentVariable("PUBLISHED_CLI") ?? Repository.Program("WhereToReport.Cli");
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "import", Repository.Data])
        {
            Environment = { ["ConnectionStrings__Directory"] = database.ConnectionString },
            RedirectStandardOutput = true,
        })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? clock.Elapsed.TotalSeconds : throw new InvalidOperationException("The import failed.");
    }
}
