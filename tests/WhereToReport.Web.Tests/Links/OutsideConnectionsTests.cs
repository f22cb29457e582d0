using System.Net;
using Microsoft.AspNetCore.Http;
using WhereToReport.Domain.Links;
using WhereToReport.Web.Links;

namespace WhereToReport.Web.Tests.Links;

/// <summary>Two servers on the loopback address: one that plays the public web, and one that nobody may reach.</summary>
public sealed class OutsideConnectionsTests : IAsyncLifetime
{
    private static readonly IPAddress s_documentation = IPAddress.Parse("203.0.113.9");

    private PlayedServer _web = null!;
    private PlayedServer _secret = null!;

    public async ValueTask InitializeAsync()
    {
        _web = await PlayedServer.Start();
        _secret = (await PlayedServer.Start()).Page("/", 200);
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        await _secret.DisposeAsync();
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://[::]:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f.1:{0}/")]
    [InlineData("http://0177.0.0.1:{0}/")]
    [InlineData("http://0.0.0.0:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://[::ffff:7f00:1]:{0}/")]
    [InlineData("http://[64:ff9b::7f00:1]:{0}/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("https://localhost/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://user:secret@127.0.0.1:{0}/")]
    [InlineData("ftp://127.0.0.1:{0}/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1:{0}/")]
    [InlineData("mailto:a@example.org")]
    [InlineData("javascript:alert(1)")]
    public async Task Nothing_private_is_reached_directly_or_by_a_redirect(string address)
    {
        var url = string.Format(address, _secret.Port);
        Assert.Equal(LinkOutcome.AddressRefused, (await Probe(OutsideConnections.Resolve).Check(url, default)).Outcome);

        _web.Page("/way", 302, url);
        Assert.Equal(LinkOutcome.AddressRefused, (await Probe(OutsideConnections.Resolve).Check(_web.Url("/way"), default)).Outcome);
        Assert.Equal(["HEAD /way"], _web.Asked);
        Assert.Empty(_secret.AskedInAll);
    }

    [Fact]
    public async Task A_public_name_with_a_private_address_is_refused()
    {
        var probe = Probe((_, _) => Task.FromResult(new[] { s_documentation, IPAddress.Loopback, IPAddress.IPv6Loopback }));
        Assert.Equal(LinkOutcome.AddressRefused, (await probe.Check(_secret.Url("/", "public.example"), default)).Outcome);
        Assert.Empty(_secret.AskedInAll);
    }

    [Fact]
    public async Task A_name_that_changes_its_address_between_two_requests_is_refused()
    {
        // No connection is used twice here, and each looks at the address it is made to.
        _web.Page("/robots.txt", Closed(404)).Page("/page", Closed(405));
        var asked = 0;
        var probe = Probe((_, _) => Task.FromResult(new[] { ++asked <= 2 ? IPAddress.Loopback : IPAddress.Parse("127.0.0.2") }));
        Assert.Equal(LinkOutcome.AddressRefused, (await probe.Check(_web.Url("/page", "rebinding.example"), default)).Outcome);
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task Of_several_addresses_only_the_public_ones_are_tried()
    {
        _web.Page("/page", 200);
        var probe = Probe((_, _) => Task.FromResult(new[] { IPAddress.Parse("10.0.0.1"), IPAddress.Parse("127.0.0.3"), IPAddress.Loopback }));
        Assert.Equal(LinkOutcome.Works, (await probe.Check(_web.Url("/page", "several.example"), default)).Outcome);
    }

    [Fact]
    public async Task A_robots_txt_that_leads_inside_reaches_nothing_and_hides_nothing()
    {
        _web.Page("/robots.txt", 301, _secret.Url("/robots.txt")).Page("/page", 200);
        Assert.Equal(LinkOutcome.Works, (await Probe(OutsideConnections.Resolve).Check(_web.Url("/page"), default)).Outcome);
        Assert.Empty(_secret.AskedInAll);
    }

    [Theory]
    [InlineData("8.8.8.8", 80, true)]
    [InlineData("8.8.8.8", 443, true)]
    [InlineData("8.8.8.8", 22, false)]
    [InlineData("8.8.8.8", 8080, false)]
    [InlineData("127.0.0.1", 80, false)]
    [InlineData("::1", 443, false)]
    public void Outside_are_the_ports_of_the_web_on_public_addresses(string address, int port, bool outside) =>
        Assert.Equal(outside, OutsideConnections.IsOutside(new(IPAddress.Parse(address), port)));

    [Fact]
    public void No_proxy_no_cookies_no_credentials_and_no_redirects_of_its_own()
    {
        using var handler = OutsideConnections.Handler(OutsideConnections.Resolve, OutsideConnections.IsOutside);
        Assert.False(handler.UseProxy || handler.UseCookies || handler.AllowAutoRedirect || handler.PreAuthenticate);
        Assert.Null(handler.Credentials);
        Assert.True(handler.SslOptions.CertificateChainPolicy!.DisableCertificateDownloads);
    }

    private static RequestDelegate Closed(int status) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    };

    // The rule of production, but for the one server that plays the public web, and for the ports, so that the address alone decides.
    private LinkProbe Probe(Func<string, CancellationToken, Task<IPAddress[]>> resolve) => LinkProbe.For(
        new() { HostSpacing = TimeSpan.Zero, Timeout = TimeSpan.FromSeconds(10) },
        "https://where.example",
        TimeProvider.System,
        OutsideConnections.Handler(resolve, end => end.Equals(_web.End) || InternetAddress.IsPublic(end.Address)));
}
