using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Api;

public partial class ApiLimitTests(LimitedApiSite limited, FilledSite filled) : IClassFixture<LimitedApiSite>
{
    private const string Answer = "/api/v1/answer?place=94043";

    [Fact]
    public async Task What_is_left_is_told_on_every_answer_and_comes_back()
    {
        var first = await limited.From("203.0.113.1", Answer);
        Assert.Equal($"\"address\";q={LimitedApiSite.Quota};w=60", first.Headers.GetValues("RateLimit-Policy").Single());
        var left = Left(first);
        Assert.InRange(left.Requests, 0, LimitedApiSite.Quota - 1);
        Assert.InRange(left.Seconds, 1, LimitedApiSite.Quota);

        var refused = await limited.Refusal("203.0.113.1", Answer);
        Assert.Equal(0, Left(refused).Requests);
        await Task.Delay(refused.Headers.RetryAfter!.Delta!.Value + TimeSpan.FromMilliseconds(300));
        Assert.Equal(HttpStatusCode.OK, (await limited.From("203.0.113.1", Answer)).StatusCode);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_go_on()
    {
        var refused = await limited.Refusal("203.0.113.2", Answer);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        var problem = JsonElement.Parse(await refused.Content.ReadAsStringAsync());
        Assert.Equal(["address"], problem.Texts("violated-policies"));
        Assert.EndsWith("/data.", problem.Text("detail"));
        Assert.Null(refused.Headers.ETag);
    }

    [Fact]
    public async Task Each_address_counts_alone_and_an_IPv6_network_counts_as_one()
    {
        await limited.Refusal("203.0.113.3", Answer);
        Assert.Equal(HttpStatusCode.OK, (await limited.From("203.0.113.4", Answer)).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await RefusedAtOnce("2001:db8:7:1::1", "2001:db8:7:1:ffff::2")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await limited.From("2001:db8:7:2::1", Answer)).StatusCode);
    }

    [Fact]
    public async Task Pages_and_downloads_are_never_limited()
    {
        foreach (var path in new[] { "/", "/us/ca/santa-clara-county", "/data", "/data/api", "/data/directory.json", "/hsds/services", "/health/ready" })
        {
            await limited.Refusal("203.0.113.5", Answer);
            var response = await limited.From("203.0.113.5", path);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.False(response.Headers.Contains("RateLimit"), path);
        }
    }

    [Fact]
    public async Task What_a_browser_asks_first_does_not_count()
    {
        await limited.Refusal("203.0.113.6", Answer);
        using var preflight = new HttpRequestMessage(HttpMethod.Options, Answer);
        preflight.Headers.Add("X-Forwarded-For", "203.0.113.6");
        preflight.Headers.Add("Origin", "https://example.org");
        preflight.Headers.Add("Access-Control-Request-Method", "GET");
        Assert.Equal(HttpStatusCode.NoContent, (await limited.Site.Http.SendAsync(preflight)).StatusCode);
    }

    [Fact]
    public async Task A_page_of_another_site_may_read_what_is_left()
    {
        var exposed = string.Join(", ", (await (await filled.Site()).Http.GetAsync(Answer)).Headers.GetValues("Access-Control-Expose-Headers"));
        foreach (var header in new[] { "ETag", "Link", "RateLimit", "RateLimit-Policy", "Retry-After" })
            Assert.Contains(header, exposed.Split(", "));
    }

    // A proxy on the same machine that does not name its visitors must not make them one.
    [Fact]
    public async Task The_machine_itself_has_a_quota_for_all_visitors_of_a_proxy()
    {
        for (var i = 0; i < 5 * LimitedApiSite.Quota; i++)
            Assert.Equal(HttpStatusCode.OK, (await limited.Site.Http.GetAsync(Answer)).StatusCode);
        Assert.True(Left(await limited.Site.Http.GetAsync(Answer)).Requests > 100_000);
    }

    [Fact]
    public async Task No_address_is_logged()
    {
        await limited.Refusal("203.0.113.77", Answer);
        Assert.DoesNotContain("203.0.113", limited.Site.Output);
    }

    private async Task<HttpResponseMessage> RefusedAtOnce(string first, string then)
    {
        HttpResponseMessage response;
        for (var tries = 0; ; tries++)
        {
            await limited.Refusal(first, Answer);
            response = await limited.From(then, Answer);
            if (response.StatusCode == HttpStatusCode.TooManyRequests || tries > 5)
                return response;
        }
    }

    private static (int Requests, int Seconds) Left(HttpResponseMessage response)
    {
        var left = RateLimit().Match(response.Headers.GetValues("RateLimit").Single());
        Assert.True(left.Success);
        return (int.Parse(left.Groups["r"].Value), int.Parse(left.Groups["t"].Value));
    }

    [GeneratedRegex("""^"address";r=(?<r>\d+);t=(?<t>\d+)$""")]
    private static partial Regex RateLimit();
}
