using System.Diagnostics;
using WhereToReport.Testing;

namespace WhereToReport.Benchmarks;

/// <summary>The whole <c>import</c> command, as a process.</summary>
internal static class Importing
{
    public static Task<Figures> Everything() => Figures.Measure("import of everything", "s", 10, async () =>
    {
        await using var database = await TestDatabase.Empty();
        return await Import(database);
    });

    public static async Task<Figures> NothingNew()
    {
        await using var database = await TestDatabase.Filled();
        return await Figures.Measure("import of nothing new", "s", 10, () => Import(database));
    }

    private static async Task<double> Import(TestDatabase database)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Repository.Program("WhereToReport.Cli"), "import", Repository.Data])
        {
            Environment = { ["ConnectionStrings__Directory"] = database.ConnectionString },
            RedirectStandardOutput = true,
        })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? clock.Elapsed.TotalSeconds : throw new InvalidOperationException("The import failed.");
    }
}
