using System.Diagnostics;
using System.Text.Json;
using WhereToReport.Testing;

namespace WhereToReport.Benchmarks;

/// <summary>Lighthouse's scores with its mobile preset; the reports go to <c>.dev/lighthouse</c>.</summary>
internal static class Lighthouse
{
    private static readonly JsonSerializerOptions s_web = new(JsonSerializerDefaults.Web);

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        await using var database = await TestDatabase.Filled();
        await using var site = await SiteProcess.Start(database.AsSite);
        await site.UntilItServesTheDatabase();
        using var process = Process.Start(new ProcessStartInfo("node", ["run.js", Path.Combine(Repository.Root, ".dev", "lighthouse"), .. FirstVisit.Pages.Select(path => new Uri(site.Address, path).ToString())])
        {
            WorkingDirectory = Path.Combine(Repository.Root, "tests", "lighthouse"),
            RedirectStandardOutput = true,
            Environment = { ["CHROME_PATH"] = Environment.GetEnvironmentVariable("CHROMIUM_PATH") },
        })!;
        var pages = new List<Page>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            pages.Add(JsonSerializer.Deserialize<Page>(line, s_web)!);
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? [.. pages.SelectMany(Figures)] : throw new InvalidOperationException("Lighthouse did not run to its end.");
    }

    private static IEnumerable<Figure> Figures(Page page) => page.Scores.Select(score =>
        new Figure($"Lighthouse, {new Uri(page.Address).PathAndQuery}: {score.Key}{(score.Value == 100 ? "" : $" ({string.Join(", ", page.Failed)})")}", score.Value, "") { Target = Target.Least(100) });

    private sealed record Page(string Address, IReadOnlyDictionary<string, double> Scores, IReadOnlyList<string> Failed);
}
