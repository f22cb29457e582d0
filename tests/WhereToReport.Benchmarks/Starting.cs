using WhereToReport.Testing;

namespace WhereToReport.Benchmarks;

/// <summary>From the start of the process to its first answer.</summary>
internal static class Starting
{
    public static async Task<Figures> FromPostgres()
    {
        await using var database = await TestDatabase.Filled();
        return await Figures.Measure("start, read from Postgres", "s", 2, async () =>
        {
            await using var site = await SiteProcess.Start(database.ConnectionString);
            return site.ReadyAfter.TotalSeconds;
        });
    }

    public static async Task<Figures> FromKeptSnapshot()
    {
        await using var database = await TestDatabase.Filled();
        var kept = Path.GetTempFileName();
        await using (var first = await SiteProcess.Start(database.ConnectionString))
        {
            while (!File.Exists(first.SnapshotFile))
                await Task.Delay(100);
            File.Copy(first.SnapshotFile, kept, overwrite: true);
        }
        var figures = await Figures.Measure("start again, snapshot kept on disk", "s", 2, async () =>
        {
            await using var site = await SiteProcess.Start(database.ConnectionString, file => File.Copy(kept, file));
            return site.ReadyAfter.TotalSeconds;
        });
        File.Delete(kept);
        return figures;
    }
}
