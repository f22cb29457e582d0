using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using WhereToReport.Testing;
using static WhereToReport.Web.Tests.Pages.Corrections.CorrectionRequests;

namespace WhereToReport.Web.Tests.Pages.Corrections;

public class OutageTests
{
    [Fact]
    public async Task Without_a_database_nothing_is_claimed_to_be_saved_and_the_words_are_kept()
    {
        await using var site = await SiteProcess.Start("Host=127.0.0.1;Port=1;Username=nobody;Database=none");
        await AssertNotSaved(site);
        Assert.Equal(HttpStatusCode.OK, (await site.Http.GetAsync("/corrections/new?channel=ca-silicon-valley")).StatusCode);
    }

    [Fact]
    public async Task A_database_that_goes_away_under_a_form_is_told()
    {
        var database = await TestDatabase.Empty();
        await using var site = await SiteProcess.Start(database.AsSite, settings: CorrectionSite.NoLimit);
        await site.UntilCorrectionsAreTaken();
        await database.DisposeAsync();
        await AssertNotSaved(site);
    }

    [Fact]
    public async Task Of_1000_corrections_with_the_database_killed_in_the_middle_every_acknowledged_one_is_there_and_none_twice()
    {
        await using var cluster = await PrivateCluster.Create();
        await cluster.Prepare();
        await using var site = await SiteProcess.Start(cluster.AsSite, settings: CorrectionSite.NoLimit);

        var acknowledged = new ConcurrentDictionary<string, string>();
        var refused = 0;
        var sending = Parallel.ForEachAsync(Enumerable.Range(0, 1000), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, cancel) =>
        {
            var form = Filled($"Correction {number}");
            for (var deadline = DateTime.UtcNow.AddMinutes(2); ; await Task.Delay(50, cancel))
            {
                Assert.True(DateTime.UtcNow < deadline, $"{form["text"]} was never taken.");
                var response = await site.Send(form);
                if (response.StatusCode == HttpStatusCode.SeeOther)
                {
                    acknowledged[form["text"]] = response.Headers.Location!.ToString().Split('/')[^1].Replace("-", "");
                    return;
                }
                Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
                Interlocked.Increment(ref refused);
            }
        });
        foreach (var killAt in new[] { 200, 450, 700 })
        {
            while (acknowledged.Count < killAt && !sending.IsCompleted)
                await Task.Delay(5);
            Assert.False(sending.IsCompleted, "Each kill must hit corrections on their way.");
            var before = refused;
            cluster.Kill();
            for (var deadline = DateTime.UtcNow.AddMinutes(1); Volatile.Read(ref refused) == before; await Task.Delay(5))
                Assert.True(DateTime.UtcNow < deadline, "Nothing was refused without a database.");
            await cluster.Start();
        }
        await sending;

        var stored = new Dictionary<string, string>();
        await using (var context = cluster.Open())
        {
            foreach (var row in await context.Corrections.AsNoTracking().ToListAsync())
                Assert.True(stored.TryAdd(row.Text, row.Receipt), $"{row.Text} is there twice.");
        }
        Assert.Equal(1000, acknowledged.Count);
        Assert.Equal(acknowledged.OrderBy(each => each.Key), stored.OrderBy(each => each.Key));
    }

    private static async Task AssertNotSaved(SiteProcess site)
    {
        var form = Filled("Verysecrettext");
        form["source"] = "https://example.org/kept";
        var response = await site.Send(form, "/corrections/new?channel=ca-silicon-valley");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        var page = await response.Document();
        Assert.Contains("not sent yet", page.Text("#problems"));
        Assert.Equal(form["text"], page.QuerySelector("#text")!.TextContent);
        Assert.Equal(form["source"], page.QuerySelector("#source")!.GetAttribute("value"));
        Assert.Equal(form["key"], page.QuerySelector("[name=key]")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("#kind-NumberDoesNotWork")!.HasAttribute("checked"));
        Assert.NotNull(page.QuerySelector("form[action='/corrections/new?channel=ca-silicon-valley']"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await site.Http.GetAsync("/corrections/K7QM-2FXD-9R")).StatusCode);
        Assert.DoesNotContain("Verysecret", site.Output);
    }
}
