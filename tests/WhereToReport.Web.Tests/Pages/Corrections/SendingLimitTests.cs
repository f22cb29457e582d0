using System.Net;
using static WhereToReport.Web.Tests.Pages.Corrections.CorrectionRequests;

namespace WhereToReport.Web.Tests.Pages.Corrections;

/// <summary>A site where each sender, as a proxy in front of it names them, may send three corrections.</summary>
public sealed class LimitedSite : CorrectionSite
{
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(NoLimit)
    {
        ["Corrections__Limit"] = "3",
        ["Proxies__Trusted"] = "127.0.0.0/8",
    };
}

public class SendingLimitTests(LimitedSite limited) : IClassFixture<LimitedSite>
{
    [Fact]
    public async Task Who_sends_too_many_is_told_when_to_go_on_and_keeps_the_words()
    {
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.SeeOther, (await From("192.0.2.5", "Number " + i)).StatusCode);
        var response = await From("192.0.2.5", "One too many");
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        var page = await response.Document();
        Assert.Contains("not sent yet", page.Text("#problems"));
        Assert.Equal("One too many", page.QuerySelector("#text")!.TextContent);
        Assert.Equal(0, await limited.Stored("One too many"));
    }

    [Fact]
    public async Task Forms_with_mistakes_do_not_count()
    {
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await From("192.0.2.9", "")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await From("192.0.2.9", "Now right")).StatusCode);
    }

    [Fact]
    public async Task Behind_a_proxy_each_sender_counts_alone_and_an_IPv6_network_counts_as_one()
    {
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.SeeOther, (await From($"2001:db8:1:1::{i}", "Network " + i)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await From("2001:db8:1:1:ffff::1", "Same network")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await From("2001:db8:1:2::1", "Next network")).StatusCode);

        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.SeeOther, (await From(i == 0 ? "::ffff:192.0.2.1" : "192.0.2.1", "Four " + i)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await From("192.0.2.1", "Same address")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await From("::ffff:192.0.2.2", "Next address")).StatusCode);
    }

    [Fact]
    public async Task No_address_is_kept_or_logged()
    {
        await From("192.0.2.77", "Who am I?");
        Assert.DoesNotContain("192.0.2", limited.Site.Output);
        Assert.Equal(0L, await limited.Database.Scalar<long>("select count(*) from correction where correction::text like '%192.0.2%'"));
    }

    private Task<HttpResponseMessage> From(string address, string text) => limited.Site.Send(Filled(text), "/corrections/new", ("X-Forwarded-For", address));
}
