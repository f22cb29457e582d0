using System.Net;
using WhereToReport.Testing;
using static WhereToReport.Web.Tests.Pages.Corrections.CorrectionRequests;

namespace WhereToReport.Web.Tests.Pages.Corrections;

public class ReceiptTests(CorrectionSite corrections) : IClassFixture<CorrectionSite>
{
    private SiteProcess Site => corrections.Site;

    [Fact]
    public async Task A_typed_code_leads_to_the_correction_however_it_is_typed()
    {
        var receipt = await Site.SendAndGetReceipt(Filled("Look me up"));
        var typed = receipt.Split('/')[^1].ToLowerInvariant().Replace("-", " ").Replace('0', 'o').Replace('1', 'l');
        var response = await Site.Http.GetAsync("/corrections?receipt=" + Uri.EscapeDataString(typed));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(receipt, response.Headers.Location!.ToString());
        Assert.Equal("Look me up", (await (await Site.Http.GetAsync(response.Headers.Location)).Document()).Text("#words"));
    }

    [Theory]
    [InlineData("/corrections?receipt=abc", HttpStatusCode.BadRequest, "abc")]
    [InlineData("/corrections?receipt=", HttpStatusCode.BadRequest, "")]
    [InlineData("/corrections/K7QM-2FXD-9R", HttpStatusCode.NotFound, "K7QM-2FXD-9R")]
    [InlineData("/corrections/nonsense", HttpStatusCode.NotFound, "nonsense")]
    [InlineData("/es/corrections/K7QM-2FXD-9R", HttpStatusCode.NotFound, "K7QM-2FXD-9R")]
    public async Task A_code_that_was_never_given_is_told_plainly_and_kept(string path, HttpStatusCode status, string kept)
    {
        var response = await Site.Http.GetAsync(path);
        Assert.Equal(status, response.StatusCode);
        var page = await response.Document();
        Assert.Equal(kept, page.QuerySelector("#receipt")!.GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll("#words"));
    }

    [Fact]
    public async Task A_receipt_is_for_its_sender_alone()
    {
        var response = await Site.Http.GetAsync(await Site.SendAndGetReceipt(Filled("Mine")));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Null(response.Headers.ETag);
        Assert.Equal("noindex", (await response.Document()).QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Theory]
    [InlineData("accepted", "You were right", "tenía razón")]
    [InlineData("declined", "did not change", "no cambiamos")]
    [InlineData("no-change-needed", "still right", "sigue siendo correcto")]
    [InlineData("duplicate", "the same before", "lo mismo")]
    public async Task What_the_editors_decided_is_said_in_plain_words(string state, string english, string spanish)
    {
        var receipt = await Site.SendAndGetReceipt(Filled(state), "/es/corrections/new");
        await corrections.Database.Execute($"update correction set state = '{state}', decided_at = '2026-11-24', answer = 'Gracias <3' where text = '{state}'");
        var page = await (await Site.Http.GetAsync(receipt["/es".Length..])).Document();
        Assert.Contains(english, page.Text("#state"));
        Assert.Equal("Gracias <3", page.Text("#answer"));
        Assert.Equal("es", page.QuerySelector("#answer")!.GetAttribute("lang"));
        Assert.Contains("Nov 24, 2026", page.Text("main"));
        Assert.Contains(spanish, (await (await Site.Http.GetAsync(receipt)).Document()).Text("#state"), StringComparison.OrdinalIgnoreCase);
    }
}
