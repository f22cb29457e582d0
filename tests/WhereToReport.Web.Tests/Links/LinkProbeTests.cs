using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using WhereToReport.Domain.Links;
using WhereToReport.Web.Links;

namespace WhereToReport.Web.Tests.Links;

public sealed class LinkProbeTests : IAsyncLifetime
{
    private PlayedServer _server = null!;
    private LinkProbe _probe = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await PlayedServer.Start();
        _probe = Probe();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_page_that_is_there_works_and_only_its_head_is_asked_for()
    {
        _server.Page("/page", 200);
        Assert.Equal(new(LinkOutcome.Works) { Status = 200 }, await _probe.Check(_server.Url("/page?a=b"), default));
        Assert.Equal(["GET /robots.txt", "HEAD /page?a=b"], _server.AskedInAll);
        Assert.All(_server.UserAgents, agent => Assert.Equal("WhereToReport-LinkCheck/1.0 (+https://where.example/about)", agent));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(500)]
    [InlineData(501)]
    public async Task A_server_that_refuses_HEAD_is_asked_with_GET(int refusal)
    {
        _server.Page("/page", context => Status(context, context.Request.Method == "HEAD" ? refusal : 200));
        Assert.Equal(LinkOutcome.Works, (await _probe.Check(_server.Url("/page"), default)).Outcome);
        Assert.Equal(["HEAD /page", "GET /page"], _server.Asked);
    }

    [Fact]
    public async Task A_server_that_drops_HEAD_is_asked_with_GET()
    {
        _server.Page("/page", context =>
        {
            if (context.Request.Method == "HEAD")
                context.Abort();
            return Task.CompletedTask;
        });
        Assert.Equal(LinkOutcome.Works, (await _probe.Check(_server.Url("/page"), default)).Outcome);
    }

    [Theory]
    [InlineData(404, LinkOutcome.ClientError)]
    [InlineData(410, LinkOutcome.ClientError)]
    [InlineData(500, LinkOutcome.ServerError)]
    [InlineData(503, LinkOutcome.ServerError)]
    [InlineData(401, LinkOutcome.Blocked)]
    [InlineData(403, LinkOutcome.Blocked)]
    [InlineData(999, LinkOutcome.Blocked)]
    [InlineData(300, LinkOutcome.BadRedirect)]
    [InlineData(302, LinkOutcome.BadRedirect)]
    public async Task A_status_says_what_became_of_the_page(int status, LinkOutcome outcome)
    {
        _server.Page("/page", status);
        var finding = await _probe.Check(_server.Url("/page"), default);
        Assert.Equal((outcome, status), (finding.Outcome, finding.Status));
    }

    [Fact]
    public async Task A_guard_against_programs_is_no_failure()
    {
        _server.Page("/page", context =>
        {
            context.Response.Headers.Server = "cloudflare";
            return Status(context, 503);
        });
        Assert.Equal(LinkOutcome.Blocked, (await _probe.Check(_server.Url("/page"), default)).Outcome);
    }

    [Fact]
    public async Task A_host_that_asks_to_wait_is_left_alone()
    {
        _server.Page("/other", 200).Page("/page", context =>
        {
            context.Response.Headers.RetryAfter = "7200";
            return Status(context, 429);
        });
        var before = DateTimeOffset.UtcNow;
        var finding = await _probe.Check(_server.Url("/page"), default);
        Assert.Equal(LinkOutcome.Blocked, finding.Outcome);
        Assert.InRange(finding.NotBefore!.Value, before.AddHours(2), before.AddHours(2).AddMinutes(1));

        var other = await _probe.Check(_server.Url("/other"), default);
        Assert.Equal((LinkOutcome.Blocked, finding.NotBefore), (other.Outcome, other.NotBefore));
        Assert.Equal(["HEAD /page"], _server.Asked);
    }

    [Fact]
    public async Task Redirects_are_followed_and_one_for_good_is_noted_as_moved()
    {
        _server.Page("/old", 301, "/newer").Page("/newer", 308, "/newest#top").Page("/newest", 302, "/newest/en").Page("/newest/en", 200);
        var finding = await _probe.Check(_server.Url("/old"), default);
        Assert.Equal(new(LinkOutcome.Works) { Status = 200, FinalUrl = _server.Url("/newest/en"), MovedTo = _server.Url("/newest") }, finding);
        Assert.Equal(["HEAD /old", "HEAD /newer", "HEAD /newest", "HEAD /newest/en"], _server.Asked);
    }

    [Fact]
    public async Task A_passing_redirect_is_not_noted_as_moved_and_neither_is_one_to_a_missing_page()
    {
        _server.Page("/a", 302, "/b").Page("/b", 301, "/c").Page("/c", 200).Page("/d", 301, "/gone");
        Assert.Null((await _probe.Check(_server.Url("/a"), default)).MovedTo);
        Assert.Equal(new(LinkOutcome.ClientError) { Status = 404, FinalUrl = _server.Url("/gone") }, await _probe.Check(_server.Url("/d"), default));
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_six_are_not()
    {
        for (var step = 0; step < 6; step++)
            _server.Page($"/{step}", 302, $"/{step + 1}");
        _server.Page("/6", 200);
        Assert.Equal(LinkOutcome.Works, (await _probe.Check(_server.Url("/1"), default)).Outcome);
        Assert.Equal(LinkOutcome.BadRedirect, (await _probe.Check(_server.Url("/0"), default)).Outcome);
    }

    [Fact]
    public async Task Redirects_in_a_circle_end()
    {
        _server.Page("/a", 301, "/b").Page("/b", 301, "/a#again");
        Assert.Equal(LinkOutcome.BadRedirect, (await _probe.Check(_server.Url("/a"), default)).Outcome);
        Assert.Equal(["HEAD /a", "HEAD /b"], _server.Asked);
    }

    [Fact]
    public async Task A_slow_server_is_not_waited_for()
    {
        _server.Page("/page", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var finding = await Probe(patience: TimeSpan.FromMilliseconds(500)).Check(_server.Url("/page"), default);
        Assert.Equal(LinkOutcome.Timeout, finding.Outcome);
        Assert.Equal(["HEAD /page", "GET /page"], _server.Asked);
    }

    [Fact]
    public async Task A_server_that_drops_every_request_is_no_connection()
    {
        _server.Page("/page", context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        Assert.Equal(LinkOutcome.NoConnection, (await _probe.Check(_server.Url("/page"), default)).Outcome);
    }

    [Fact]
    public async Task A_port_where_nothing_listens_is_no_connection()
    {
        await _server.DisposeAsync();
        Assert.Equal(LinkOutcome.NoConnection, (await _probe.Check(_server.Url("/page"), default)).Outcome);
    }

    [Fact]
    public async Task A_name_without_an_address_is_told_apart()
    {
        var probe = Probe(resolve: (_, _) => throw new SocketException((int)SocketError.HostNotFound));
        Assert.Equal(LinkOutcome.UnknownHost, (await probe.Check(_server.Url("/page", "nowhere.example"), default)).Outcome);
    }

    [Fact]
    public async Task A_bad_certificate_is_told_apart()
    {
        await using var secure = await PlayedServer.Start(secure: true);
        var finding = await _probe.Check($"https://127.0.0.1:{secure.Port}/", default);
        Assert.Equal(LinkOutcome.TlsError, finding.Outcome);
        Assert.NotEmpty(finding.Detail!);
        Assert.Empty(secure.AskedInAll);
    }

    [Fact]
    public async Task A_body_without_end_is_not_downloaded()
    {
        var sent = 0L;
        _server.Page("/page", async context =>
        {
            if (context.Request.Method == "HEAD")
                context.Response.StatusCode = 405;
            else
                while (!context.RequestAborted.IsCancellationRequested && Interlocked.Add(ref sent, 64 * 1024) < 500_000_000)
                    await Write(context, 64 * 1024);
        });
        Assert.Equal(LinkOutcome.Works, (await _probe.Check(_server.Url("/page"), default)).Outcome);
        await Task.Delay(500);
        Assert.InRange(Interlocked.Read(ref sent), 1, 20_000_000); // what the buffers of two sockets hold
    }

    [Fact]
    public async Task A_robots_txt_is_respected_and_read_once()
    {
        _server.Robots = "User-agent: *\nDisallow: /forms/";
        _server.Page("/forms/report", 200).Page("/page", 200).Page("/way", 302, "/forms/report");
        Assert.Equal(LinkOutcome.RobotsDisallow, (await _probe.Check(_server.Url("/forms/report"), default)).Outcome);
        Assert.Equal(LinkOutcome.RobotsDisallow, (await _probe.Check(_server.Url("/way"), default)).Outcome);
        Assert.Equal(LinkOutcome.Works, (await _probe.Check(_server.Url("/page"), default)).Outcome);
        Assert.Equal(["GET /robots.txt", "HEAD /way", "HEAD /page"], _server.AskedInAll);
    }

    [Fact]
    public async Task A_robots_txt_that_names_the_checker_is_heard()
    {
        _server.Robots = "User-agent: WhereToReport-LinkCheck\nDisallow: /";
        Assert.Equal(LinkOutcome.RobotsDisallow, (await _probe.Check(_server.Url("/page"), default)).Outcome);
        Assert.Empty(_server.Asked);
    }

    [Fact]
    public async Task A_robots_txt_that_cannot_be_read_keeps_the_checker_away()
    {
        _server.Page("/robots.txt", 500);
        Assert.Equal(LinkOutcome.RobotsDisallow, (await _probe.Check(_server.Url("/page"), default)).Outcome);
        Assert.Empty(_server.Asked);
    }

    [Fact]
    public async Task A_robots_txt_without_end_is_read_to_its_limit()
    {
        _server.Page("/page", 200).Page("/robots.txt", async context =>
        {
            await context.Response.WriteAsync("User-agent: *\nDisallow: /private\n");
            while (!context.RequestAborted.IsCancellationRequested)
                await Write(context, 64 * 1024);
        });
        Assert.Equal(LinkOutcome.RobotsDisallow, (await _probe.Check(_server.Url("/private"), default)).Outcome);
        Assert.Equal(LinkOutcome.Works, (await _probe.Check(_server.Url("/page"), default)).Outcome);
    }

    private LinkProbe Probe(TimeSpan? patience = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null) => LinkProbe.For(
        new() { HostSpacing = TimeSpan.Zero, Timeout = patience ?? TimeSpan.FromSeconds(10) },
        "https://where.example",
        TimeProvider.System,
        OutsideConnections.Handler(resolve ?? PlayedServer.Resolve, _ => true));

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task Write(HttpContext context, int bytes) =>
        await context.Response.Body.WriteAsync(new byte[bytes], context.RequestAborted);
}
