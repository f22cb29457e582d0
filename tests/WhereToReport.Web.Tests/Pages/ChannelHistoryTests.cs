using System.Net;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Pages;

public class ChannelHistoryTests(FilledSite filled)
{
    [Fact]
    public async Task Everybody_can_read_what_was_changed_about_a_channel_and_why_but_not_by_whom()
    {
        foreach (var (prefix, word) in new[] { ("", "Added"), ("/es", "Agregado") })
        {
            var page = await filled.Page(prefix + "/channels/tx-houston/history");
            var change = Assert.Single(page.QuerySelectorAll("[data-change]"));
            Assert.StartsWith(word, change.QuerySelector("h2")!.TextContent);
            Assert.Contains("Import of the data files", change.TextContent);
        }
    }

    [Fact]
    public async Task A_channel_that_is_not_published_has_no_public_history() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await filled.Site()).Http.GetAsync("/channels/tz-cop/history")).StatusCode);

    [Fact]
    public async Task Without_a_database_the_page_says_so_and_is_not_kept()
    {
        await using var site = await SiteProcess.Start("Host=127.0.0.1;Port=1;Username=nobody;Database=none");
        var response = await site.Http.GetAsync("/channels/tx-houston/history");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Contains("We cannot look it up right now.", await response.Content.ReadAsStringAsync());
    }
}
