using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Serving;

public class MemoryTests
{
    [Fact]
    public async Task Ten_thousand_different_ZIP_codes_leave_the_node_under_250_MB()
    {
        await using var database = await TestDatabase.Filled();
        await using var site = await SiteProcess.Start(database.ConnectionString);
        var zips = RealDirectory.Facts.Gazetteer.ZipCodes.Where((_, index) => index % 4 == 0).Take(10_000).ToArray();

        await Parallel.ForEachAsync(zips, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (zip, cancel) =>
        {
            var response = await site.Http.GetAsync($"/find?q={zip.Zip}", cancel);
            Assert.True(response.IsSuccessStatusCode, $"{zip.Zip}: {response.StatusCode}");
        });

        Assert.InRange(site.ResidentBytes, 1, 250L * 1024 * 1024);
    }
}
