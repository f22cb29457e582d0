using System.Net;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Hsds;

public class OpenDataTests(FilledSite filled)
{
    [Theory]
    [InlineData("/hsds")]
    [InlineData("/hsds/services")]
    [InlineData("/hsds/services?format=csv")]
    [InlineData("/data/hsds.zip")]
    [InlineData("/api/v1/answer?place=94043")]
    public async Task Every_site_may_read_and_nothing_is_sent_twice(string path)
    {
        var site = await filled.Site();
        var first = await site.Http.GetAsync(path);
        Assert.Equal("*", first.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("stale-if-error", first.Headers.CacheControl!.ToString());
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await site.Http.SendAsync(again)).StatusCode);
        using var head = await site.Http.SendAsync(new(HttpMethod.Head, path));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Errors_may_be_read_too() =>
        Assert.Equal("*", (await (await filled.Site()).Http.GetAsync("/hsds/services?page=0")).Headers.GetValues("Access-Control-Allow-Origin").Single());

    [Fact]
    public async Task A_browser_that_asks_first_is_told_that_it_may_read_and_not_write()
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/hsds/services");
        preflight.Headers.Add("Origin", "https://example.org");
        preflight.Headers.Add("Access-Control-Request-Method", "GET");
        var response = await (await filled.Site()).Http.SendAsync(preflight);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("GET, HEAD", string.Join(", ", response.Headers.GetValues("Access-Control-Allow-Methods")));
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task Pages_for_people_stay_closed() =>
        Assert.False((await (await filled.Site()).Http.GetAsync("/")).Headers.Contains("Access-Control-Allow-Origin"));

    [Fact]
    public async Task Nothing_can_be_written() =>
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await (await filled.Site()).Http.PostAsync("/hsds/services", null)).StatusCode);
}
