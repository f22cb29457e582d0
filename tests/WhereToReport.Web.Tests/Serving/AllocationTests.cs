using Microsoft.AspNetCore.Mvc.Testing;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Serving;

/// <summary>Tests that measure their own process, and so run when no other does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public class AllocationTests
{
    private const int Pages = 200;

    [Theory]
    [InlineData(0, AllocationBudget.BytesAMadePage)]
    [InlineData(100, AllocationBudget.BytesAKeptPage)]
    public async Task A_page_stays_within_its_budget_of_memory(int megabytesForKeptAnswers, int budget)
    {
        await using var site = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("ConnectionStrings:Directory", "Host=127.0.0.1;Port=1;Username=nobody;Database=none")
            .UseSetting("Directory:BundledData", Repository.Data)
            .UseSetting("Directory:SnapshotFile", Path.Combine(Path.GetTempPath(), $"allocation-{Guid.NewGuid():n}.json"))
            .UseSetting("Directory:KeptAnswersMegabytes", $"{megabytesForKeptAnswers}")
            .UseSetting("LinkCheck:Enabled", "false"));
        var server = site.Server;
        await Ask(server); // what is made once is not counted

        var before = GC.GetTotalAllocatedBytes(precise: true);
        await Ask(server);
        var each = (GC.GetTotalAllocatedBytes(precise: true) - before) / Pages;

        TestContext.Current.TestOutputHelper!.WriteLine($"{each} bytes a page");
        Assert.InRange(each, 1, budget);
    }

    private static async Task Ask(Microsoft.AspNetCore.TestHost.TestServer server)
    {
        foreach (var zip in RealDirectory.Facts.Gazetteer.ZipCodes.Where((_, index) => index % 200 == 0).Take(Pages))
        {
            var answer = await server.SendAsync(request =>
            {
                request.Request.Method = "GET";
                request.Request.Path = "/find";
                request.Request.QueryString = new("?q=" + zip.Zip);
                request.Request.Headers.AcceptEncoding = "br";
            });
            Assert.Equal(200, answer.Response.StatusCode);
            await answer.Response.Body.CopyToAsync(Stream.Null);
        }
    }
}
