using System.Net;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Serving;

/// <summary>A site that loses its patience soon.</summary>
public sealed class ImpatientSite : IAsyncLifetime
{
    public SiteProcess Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await SiteProcess.Start("Host=127.0.0.1;Port=1;Username=nobody;Database=none", settings: new Dictionary<string, string>
    {
        ["Requests__HeaderTimeout"] = "00:00:02",
        ["Requests__BodyGrace"] = "00:00:02",
    });

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

public class RequestLimitsTests(ImpatientSite impatient) : IClassFixture<ImpatientSite>
{
    private const string Begin = "GET / HTTP/1.1\r\nHost: localhost\r\n";
    private const string End = "Connection: close\r\n\r\n";
    private static readonly TimeSpan s_slow = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(9);

    [Fact]
    public async Task A_usual_request_is_answered() => await AssertStatus(200, Begin + End);

    [Fact]
    public async Task A_client_that_drips_its_headers_is_cut_off()
    {
        var answer = await RawRequest.Send(impatient.Site, Enumerable.Range(0, 60).Select(number => number == 0 ? Begin : $"X-{number}: y\r\n"), s_slow);
        Assert.Contains(answer.Status, new[] { 0, 408 });
        Assert.InRange(answer.After, TimeSpan.FromSeconds(1), s_soon);
    }

    [Fact]
    public async Task A_client_that_drips_its_form_is_cut_off()
    {
        const string Head = "POST /corrections/new HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\nConnection: close\r\n\r\ntext=";
        var answer = await RawRequest.Send(impatient.Site, Enumerable.Range(0, 60).Select(number => number == 0 ? Head : "a"), s_slow);
        Assert.True(answer.Status is 0 or (>= 400 and < 500), answer.Text);
        Assert.InRange(answer.After, TimeSpan.FromSeconds(1), s_soon);
    }

    [Fact]
    public async Task Idle_clients_keep_nobody_from_an_answer()
    {
        var idle = Enumerable.Range(0, 300).Select(_ => RawRequest.Send(impatient.Site, [Begin], TimeSpan.FromSeconds(20))).ToArray();
        await AssertStatus(200, Begin + End);
        Assert.All(await Task.WhenAll(idle), answer => Assert.InRange(answer.After, TimeSpan.Zero, s_soon + s_soon));
    }

    [Fact]
    public async Task A_long_address_is_answered_and_a_longer_one_is_refused()
    {
        await AssertStatus(400, $"GET /find?q={new string('x', 100_000)} HTTP/1.1\r\nHost: localhost\r\n{End}");
        await AssertStatus(414, $"GET /find?q={new string('x', 140_000)} HTTP/1.1\r\nHost: localhost\r\n{End}");
    }

    [Fact]
    public async Task Too_many_headers_and_too_long_ones_are_refused()
    {
        await AssertStatus(200, Begin + string.Concat(Enumerable.Range(0, 50).Select(number => $"X-{number}: y\r\n")) + End);
        await AssertStatus(431, Begin + string.Concat(Enumerable.Range(0, 100).Select(number => $"X-{number}: y\r\n")) + End);
        await AssertStatus(431, $"{Begin}X: {new string('y', 40_000)}\r\n{End}");
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n")] // no host
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a b\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nX : y\r\n\r\n")]
    [InlineData("GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab")]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n")]
    [InlineData("\0\0\0\0\r\n\r\n")]
    public async Task What_is_no_request_is_refused(string request) => await AssertStatus(400, request);

    [Theory]
    [InlineData("/corrections/new", 300_000)]
    [InlineData("/corrections/new", 3_000_000)]
    [InlineData("/editors/sign-in", 3_000_000)]
    [InlineData("/", 3_000_000)]
    public async Task A_body_that_is_too_large_is_refused(string path, int size)
    {
        var answer = await RawRequest.Send(impatient.Site,
            [$"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {size}\r\n{End}text=", new string('a', size - 5)]);
        Assert.True(answer.Status is 0 or (>= 400 and < 500) or 503, answer.Text[..Math.Min(200, answer.Text.Length)]);
    }

    [Fact]
    public async Task A_body_that_never_says_its_length_is_cut_off_at_the_same_size()
    {
        var chunk = $"8000\r\n{new string('a', 0x8000)}\r\n";
        var answer = await RawRequest.Send(impatient.Site,
            [$"POST /corrections/new HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n{End}", .. Enumerable.Repeat(chunk, 200)]);
        Assert.True(answer.Status is 0 or (>= 400 and < 500), answer.Text[..Math.Min(200, answer.Text.Length)]);
        Assert.Equal(HttpStatusCode.OK, (await impatient.Site.Http.GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData(3000, "field", "x")] // too many fields
    [InlineData(1, "a-name-of-more-than-two-hundred-letters", "x")]
    public async Task A_form_of_an_unheard_shape_is_refused_on_the_form(int fields, string name, string value)
    {
        var body = string.Join('&', Enumerable.Range(0, fields).Select(number => $"{(fields == 1 ? string.Concat(Enumerable.Repeat(name, 8)) : name)}{number}={value}"));
        var answer = await impatient.Site.Http.PostAsync("/corrections/new", new StringContent(body, null, "application/x-www-form-urlencoded"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("could not read", await answer.Content.ReadAsStringAsync());
    }

    private async Task AssertStatus(int status, string request)
    {
        var answer = await RawRequest.Send(impatient.Site, [request]);
        Assert.True(answer.Status == status, $"{answer.Status} instead of {status}: {answer.Text[..Math.Min(300, answer.Text.Length)]}");
        Assert.DoesNotContain("\nServer:", answer.Text);
    }
}
