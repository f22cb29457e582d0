using System.Net;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Pages;

public class CachingTests(FilledSite filled)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/us/ca/santa-clara-county")]
    [InlineData("/api/v1/answer?place=94043")]
    public async Task An_unchanged_page_is_not_sent_twice(string path)
    {
        var site = await filled.Site();
        var first = await site.Http.GetAsync(path);
        Assert.True(first.Headers.CacheControl!.Public);
        Assert.Contains("stale-if-error", first.Headers.CacheControl.ToString());
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        var second = await site.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Suggestions_are_not_kept() =>
        Assert.Null((await (await filled.Site()).Http.GetAsync("/find?q=Albequerque")).Headers.ETag);

    [Theory]
    [InlineData("/")]
    [InlineData("/find?q=94043")]
    [InlineData("/us/ca/santa-clara-county")]
    [InlineData("/us/tx/travis-county")]
    [InlineData("/us/ca/santa-clara-county/sextortion")]
    public async Task A_first_visit_fits_in_14_kB(string path)
    {
        var sizes = await FirstVisit.Sizes(await filled.Site(), path);
        Assert.True(sizes.Count >= 3, "the page, its styles and its script");
        Assert.True(sizes.Values.Sum() <= 14 * 1024, string.Join(", ", sizes));
    }

    [Fact]
    public async Task The_first_visit_of_the_country_and_of_every_state_fits_in_14_kB()
    {
        var site = await filled.Site();
        foreach (var path in RealDirectory.Snapshot.Places.States.Select(state => state.Path).Prepend("/us").SelectMany(path => new[] { path, "/es" + path }))
        {
            var sizes = await FirstVisit.Sizes(site, path);
            Assert.True(sizes.Values.Sum() <= 14 * 1024, $"{path}: {string.Join(", ", sizes)}");
        }
    }

    [Fact]
    public async Task The_log_holds_no_address_and_no_search()
    {
        var site = await filled.Site();
        await site.Http.GetAsync("/find?q=Verysecretplace");
        Assert.DoesNotContain("secretplace", site.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("/find", site.Output);
    }
}
