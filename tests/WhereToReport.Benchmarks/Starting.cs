using WhereToReport.Testing;

namespace WhereToReport.Benchmarks;

/// <summary>From the start of the process to its first correct answer.</summary>
internal static class Starting
{
    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        await using var database = await TestDatabase.Filled();
        var kept = Path.GetTempFileName();
        await using (var first = await SiteProcess.Start(database.AsSite))
        {
            while (!File.Exists(first.SnapshotFile))
                await Task.Delay(100);
            File.Copy(first.SnapshotFile, kept, overwrite: true);
        }
        Figure[] figures =
        [
            new("cold start, snapshot kept on disk", await Runs.Median(() => Answered(database, file => File.Copy(kept, file))), "s") { Target = Target.Most(1) },
            new("cold start, read from Postgres", await Runs.Median(() => Answered(database)), "s") { Target = Target.Most(1) },
        ];
        File.Delete(kept);
        return figures;
    }

    private static async Task<double> Answered(TestDatabase database, Action<string>? prepare = null)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await using var site = await SiteProcess.Start(database.AsSite, prepare);
        var page = await site.Http.GetStringAsync("/find?q=94043");
        return page.Contains("Santa Clara County", StringComparison.Ordinal) && page.Contains("tel:911", StringComparison.Ordinal)
            ? clock.Elapsed.TotalSeconds
            : throw new InvalidOperationException("The first answer is not the right one.");
    }
}
