using System.Net;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Pages;

public class PosterTests(FilledSite filled)
{
    [Theory]
    [InlineData("/us/ca/santa-clara-county/poster", "en")]
    [InlineData("/es/us/ca/santa-clara-county/poster", "es")]
    public async Task A_poster_has_the_core_contacts_and_a_code_that_leads_to_the_county(string path, string language)
    {
        var page = await filled.Page(path);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["911", "ncmec-cybertipline", "ca-silicon-valley", "ca-child-protection"], page.Channels());
        Assert.EndsWith("/us/ca/santa-clara-county", page.Text("aside a"));
        Assert.StartsWith("M", page.QuerySelector("svg path")!.GetAttribute("d"));
        Assert.NotNull(page.QuerySelector("#quick-exit"));
    }

    [Fact]
    public async Task A_host_agency_on_a_poster_is_named_as_one() =>
        Assert.Contains("not the task force's own", (await filled.Page("/us/ca/santa-clara-county/poster")).Text("[data-channel='ca-silicon-valley']"));

    [Fact]
    public async Task There_is_no_poster_of_a_place_that_does_not_exist() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await filled.Site()).Http.GetAsync("/us/ca/nowhere/poster")).StatusCode);
}
