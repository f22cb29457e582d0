using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Serving;

public class MemoryTests
{
    [Fact]
    public async Task Ten_thousand_different_ZIP_codes_leave_the_node_under_280_MB()
    {
        await using var database = await TestDatabase.Filled();
        await using var site = await SiteProcess.Start(database.AsSite);
        var zips = RealDirectory.Facts.Gazetteer.ZipCodes.Where((_, index) => index % 4 == 0).Take(10_000).ToArray();

        await Parallel.ForEachAsync(zips, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (zip, cancel) =>
        {
            var response = await site.Http.GetAsync($"/find?q={zip.Zip}", cancel);
            Assert.True(response.IsSuccessStatusCode, $"{zip.Zip}: {response.StatusCode}");
        });

        // The outlines of all counties are read when somebody first asks where they are.
        var here = await site.Http.PostAsync("/nearby", new FormUrlEncodedContent([new("latitude", "37.39"), new("longitude", "-122.08")]));
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, here.StatusCode);

        Assert.InRange(site.ResidentBytes, 1, 280L * 1024 * 1024);
    }
}
