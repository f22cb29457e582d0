using WhereToReport.Testing;

namespace WhereToReport.Benchmarks;

/// <summary>Resident memory of the node.</summary>
internal static class Remembering
{
    public static async Task<Figures> TenThousandZipCodes()
    {
        await using var database = await TestDatabase.Filled();
        var zips = RealDirectory.Facts.Gazetteer.ZipCodes.Where((_, index) => index % 4 == 0).Take(10_000).ToArray();
        return await Figures.Measure("memory after 10,000 ZIP codes", "MB", 250, async () =>
        {
            await using var site = await SiteProcess.Start(database.ConnectionString);
            await Parallel.ForEachAsync(zips, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (zip, cancel) =>
                (await site.Http.GetAsync($"/find?q={zip.Zip}", cancel)).EnsureSuccessStatusCode());
            return site.ResidentBytes / 1024.0 / 1024.0;
        });
    }
}
