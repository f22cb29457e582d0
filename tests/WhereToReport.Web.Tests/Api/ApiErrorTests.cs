using System.Net;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Api;

public class ApiErrorTests(FilledSite filled)
{
    [Theory]
    [InlineData("answer", "place")]
    [InlineData("answer?place=94043&situation=nonsense", "situation")]
    [InlineData("answer?place=94043&lang=fr", "lang")]
    [InlineData("places", "q")]
    [InlineData("places?q=%20", "q")]
    [InlineData("places?q=a&q=b", "q")]
    [InlineData("places?q=a&limit=0", "limit")]
    [InlineData("places?q=a&limit=many", "limit")]
    [InlineData("channels?kind=nonsense", "kind")]
    [InlineData("channels?kind=1", "kind")]
    [InlineData("channels?state=ZZ", "state")]
    [InlineData("channels?situation=nonsense", "situation")]
    [InlineData("channels?page=0", "page")]
    [InlineData("channels?page=-1", "page")]
    [InlineData("channels?limit=501", "limit")]
    [InlineData("channels?lang=fr", "lang")]
    [InlineData("channels/911?lang=fr", "lang")]
    [InlineData("task-forces?state=Texas", "state")]
    [InlineData("situations?lang=deutsch", "lang")]
    [InlineData("duties/TX?lang=fr", "lang")]
    [InlineData("changes?since=yesterday", "since")]
    [InlineData("changes?since=-1", "since")]
    [InlineData("changes?limit=1000000", "limit")]
    public async Task A_value_that_cannot_be_used_is_a_400_that_names_its_parameter(string address, string parameter)
    {
        var problem = await (await filled.Site()).ApiProblem(address, HttpStatusCode.BadRequest);
        Assert.Equal(parameter, problem.Text("parameter"));
        Assert.EndsWith(".", problem.Text("detail"));
    }

    [Fact]
    public async Task A_text_that_is_far_too_long_is_refused() =>
        Assert.Equal("q", (await (await filled.Site()).ApiProblem("places?q=" + new string('a', 101), HttpStatusCode.BadRequest)).Text("parameter"));

    [Theory]
    [InlineData("channels?kind=task-force&state=ca&situation=sextortion&lang=es", "channels?kind=TASK-FORCE&state=CA&situation=SEXTORTION&lang=ES")]
    [InlineData("channels/ncmec-cybertipline", "channels/NCMEC-CyberTipline")]
    [InlineData("states/ca", "states/CA")]
    [InlineData("duties/ca", "duties/Ca")]
    public async Task Capitals_do_not_matter(string small, string big)
    {
        var site = await filled.Site();
        Assert.Equal((await site.Api(small)).GetRawText(), (await site.Api(big)).GetRawText());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("channels/nonsense")]
    [InlineData("channels/911/nonsense")]
    [InlineData("states/ZZ")]
    [InlineData("duties/ZZ")]
    public async Task What_is_not_there_is_a_404_with_a_sentence(string address)
    {
        var problem = await (await filled.Site()).ApiProblem(address, HttpStatusCode.NotFound);
        Assert.EndsWith(".", problem.Text("detail"));
        Assert.False(problem.TryGetProperty("traceId", out _));
    }

    [Theory]
    [InlineData("POST", "/api/v1/channels")]
    [InlineData("PUT", "/api/v1/channels/911")]
    [InlineData("DELETE", "/api/v1/changes")]
    [InlineData("PATCH", "/openapi/v1.json")]
    [InlineData("POST", "/changes.atom")]
    public async Task Nothing_can_be_written(string method, string address)
    {
        using var request = new HttpRequestMessage(new(method), address);
        var response = await (await filled.Site()).Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow.Order());
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("GET, HEAD", await response.Content.ReadAsStringAsync());
    }
}
