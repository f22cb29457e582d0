using System.Net;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Serving;

/// <summary>A site as it stands behind a proxy, at an address of its own.</summary>
public sealed class ProxiedSite : IAsyncLifetime
{
    public SiteProcess Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await SiteProcess.Start("Host=127.0.0.1;Port=1;Username=nobody;Database=none", settings: new Dictionary<string, string>
    {
        ["Site__Address"] = "https://where.example",
        ["Proxies__Trusted"] = "127.0.0.0/8, ::1",
    });

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

public class ProtectionTests(FilledSite filled, ProxiedSite proxied) : IClassFixture<ProxiedSite>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/us/ca/santa-clara-county")]
    [InlineData("/es/us/ca")]
    [InlineData("/nowhere")]
    [InlineData("/editors/sign-in")]
    [InlineData("/corrections/new")]
    public async Task A_page_stands_alone(string path)
    {
        var headers = await Headers(path);
        Assert.Equal("same-origin", headers["Cross-Origin-Opener-Policy"]);
        Assert.Equal("require-corp", headers["Cross-Origin-Embedder-Policy"]);
        Assert.Equal("same-origin", headers["Cross-Origin-Resource-Policy"]);
        Assert.Equal("DENY", headers["X-Frame-Options"]);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
        Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
        Assert.Contains("geolocation=self", headers["Permissions-Policy"]);
        Assert.Contains("camera=()", headers["Permissions-Policy"]);
        Assert.Contains("frame-ancestors 'none'", headers["Content-Security-Policy"]);
        Assert.False(headers.ContainsKey("Server") || headers.ContainsKey("X-Powered-By"));
    }

    [Theory]
    [InlineData("/embed/us/ca")]
    [InlineData("/es/embed/us/ca")]
    public async Task An_embedded_page_may_stand_anywhere_but_learns_no_more_for_it(string path)
    {
        var headers = await Headers(path);
        Assert.Equal("cross-origin", headers["Cross-Origin-Resource-Policy"]);
        Assert.Equal("require-corp", headers["Cross-Origin-Embedder-Policy"]);
        Assert.False(headers.ContainsKey("X-Frame-Options"));
        Assert.Contains("frame-ancestors *", headers["Content-Security-Policy"]);
        Assert.Contains("geolocation=()", headers["Permissions-Policy"]);
    }

    [Theory]
    [InlineData("/api/v1/answer?place=94043")]
    [InlineData("/hsds/services")]
    [InlineData("/data/directory.json")]
    [InlineData("/oembed?url=x")]
    [InlineData("/site.css")]
    [InlineData("/embed.css")]
    [InlineData("/favicon.svg")]
    [InlineData("/pictures/en/ca.png")]
    public async Task What_is_made_for_other_sites_can_be_used_there(string path)
    {
        var headers = await Headers(path);
        Assert.Equal("cross-origin", headers["Cross-Origin-Resource-Policy"]);
        Assert.Contains("frame-ancestors 'none'", headers["Content-Security-Policy"]);
    }

    [Fact]
    public async Task A_site_that_the_world_reaches_over_HTTPS_demands_it()
    {
        Assert.Equal("max-age=31536000", Assert.Single((await proxied.Site.Http.GetAsync("/")).Headers.GetValues("Strict-Transport-Security")));
        Assert.False((await Headers("/")).ContainsKey("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("where.example", HttpStatusCode.OK)]
    [InlineData("WHERE.example:443", HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:8080", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("where.example.evil.example", HttpStatusCode.BadRequest)]
    public async Task A_request_for_another_host_is_refused(string host, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sitemap.xml") { Headers = { Host = host } };
        var answer = await proxied.Site.Http.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        Assert.DoesNotContain("evil", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Nobody_but_a_trusted_proxy_says_over_which_scheme_a_request_came()
    {
        Assert.Contains("href=\"http://", await About(await filled.Site(), "https"));

        await using var open = await SiteProcess.Start("Host=127.0.0.1;Port=1;Username=nobody;Database=none", settings: new Dictionary<string, string> { ["Proxies__Trusted"] = "127.0.0.0/8" });
        Assert.Contains("href=\"https://", await About(open, "https"));
        Assert.Contains("href=\"http://", await About(open, "http"));
    }

    [Fact]
    public async Task A_setting_that_names_no_network_keeps_the_site_from_starting()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => SiteProcess.Start("Host=127.0.0.1;Port=1", settings: new Dictionary<string, string> { ["Proxies__Trusted"] = "everybody" }));
        Assert.Contains("Proxies:Trusted", refused.Message);
    }

    private static async Task<string> About(SiteProcess site, string scheme)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/about") { Headers = { { "X-Forwarded-Proto", scheme }, { "X-Forwarded-For", "203.0.113.7" } } };
        var html = await (await site.Http.SendAsync(request)).Content.ReadAsStringAsync();
        return html.Split('\n').Single(line => line.Contains("rel=\"canonical\"", StringComparison.Ordinal));
    }

    private async Task<Dictionary<string, string>> Headers(string path) =>
        (await (await filled.Site()).Http.GetAsync(path)).Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
}
