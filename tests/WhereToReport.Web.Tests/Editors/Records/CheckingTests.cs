using System.Net;
using WhereToReport.Testing;
using WhereToReport.Web.Tests.Pages;

namespace WhereToReport.Web.Tests.Editors.Records;

[Collection("Records")]
public class CheckingTests(DeskSite desk)
{
    [Fact]
    public async Task A_check_by_phone_is_one_form_and_visitors_read_what_the_menu_says()
    {
        const string record = "/editors/records/channel/tx-north";
        var ada = await DeskVisitor.Enrolled(desk);
        var checkedNow = await ada.Send(record, await ada.Page(record), "Check", new Dictionary<string, string>
        {
            ["Check.Method"] = "Called",
            ["Check.PhoneMenu"] = "Press 2 for child abuse.",
            ["Check.PhoneMenuSpanish"] = "Oprima 2 para maltrato infantil.",
        });
        Assert.Equal(record + "?checked=true", checkedNow.Headers.Location!.ToString());
        Assert.Contains("Checked", (await ada.Page(record)).Text("[data-change]"));

        var http = (await desk.Site()).Http;
        await Eventually.Happens(async () => (await http.GetStringAsync("/channels/tx-north")).Contains("Press 2 for child abuse."), within: TimeSpan.FromSeconds(10));
        Assert.Contains("Confirmed by a phone call on", await http.GetStringAsync("/channels/tx-north"));
        Assert.Contains("Oprima 2 para maltrato infantil.", await http.GetStringAsync("/es/channels/tx-north"));
        Assert.Null((await ada.Page("/editors?all=true")).QuerySelector("[data-due='tx-north']"));
    }

    [Theory]
    [InlineData("Check.Method", "", "#check-method-problem")]
    [InlineData("Check.Method", "ReadArchivedCopy", "#check-method-problem")]
    [InlineData("Check.On", "2999-01-01", "#check-on-problem")]
    [InlineData("Check.On", "", "#check-on-problem")]
    [InlineData("Check.PhoneMenu", "Or call 1-800-843-5678", "#check-phonemenu-problem")]
    [InlineData("Check.PhoneMenu", "See www.example.com", "#check-phonemenu-problem")]
    public async Task A_check_that_cannot_be_is_told_beside_its_field_and_the_rest_is_kept(string field, string value, string problem)
    {
        var ada = await DeskVisitor.Enrolled(desk);
        const string record = "/editors/records/channel/tx-houston";
        var typed = new Dictionary<string, string> { ["Check.Method"] = "Called", ["Check.PhoneMenu"] = "Press 2.", ["Check.PhoneMenuSpanish"] = "Oprima 2." };
        typed[field] = value;
        var page = await DeskVisitor.Parse(await ada.Send(record, await ada.Page(record), "Check", typed), HttpStatusCode.OK);
        Assert.NotEmpty(page.Text(problem));
        Assert.Equal("Oprima 2.", page.QuerySelector("#check-phonemenuspanish")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Who_checks_what_was_changed_meanwhile_is_told_and_sends_it_once_more()
    {
        const string record = "/editors/records/channel/wv";
        var (ada, bea) = (await DeskVisitor.Enrolled(desk), await DeskVisitor.Enrolled(desk));
        var open = await bea.Page(record);
        var review = await EditingTests.LookedOver(ada, "/editors/edit/channel/wv", new() { ["Record.hours.en"] = "Day and night" });
        Assert.Equal(HttpStatusCode.Found, (await ada.Send("/editors/edit/channel/wv", review, "Save", EditingTests.Note("They told me."))).StatusCode);
        var method = new Dictionary<string, string> { ["Check.Method"] = "ReadOfficialPage" };
        var late = await DeskVisitor.Parse(await bea.Send(record, open, "Check", method), HttpStatusCode.OK);
        Assert.Contains("changed this record while you checked it", late.Text("[role=alert]"));
        Assert.Equal(HttpStatusCode.Found, (await bea.Send(record, late, "Check", method)).StatusCode);
    }
}
