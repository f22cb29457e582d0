using System.Net;
using AngleSharp.Dom;
using WhereToReport.Postgres.Editors;
using WhereToReport.Testing;
using WhereToReport.Web.Tests.Pages;

namespace WhereToReport.Web.Tests.Editors.Records;

[Collection("Records")]
public class EditingTests(DeskSite desk)
{
    // A number that nothing else in the directory has.
    private const string NewNumber = "+17138843199";
    private const string NewNumberShown = "713-884-3199";

    [Fact]
    public async Task A_wrong_number_is_mended_by_two_people_and_everybody_sees_it_within_ten_seconds()
    {
        const string edit = "/editors/edit/channel/ak";
        var (ada, bea, eve) = (await DeskVisitor.Enrolled(desk), await DeskVisitor.Enrolled(desk, EditorRole.Approver), await DeskVisitor.Enrolled(desk));
        var review = await LookedOver(ada, edit, new() { ["Record.phones[0].number"] = NewNumber, ["Method"] = "Called" });
        Assert.Contains(NewNumber, review.Text("#review [data-field=phones] .sides > div:last-child"));
        Assert.Equal("Propose it", review.Text("main form .primary"));

        var without = await DeskVisitor.Parse(await ada.Send(edit, review, "Save"), HttpStatusCode.OK);
        Assert.Equal("Say in a sentence why.", without.Text("#note-reason-problem"));
        Assert.NotEmpty(without.Text("#note-sourceurl-problem"));
        var proposed = await ada.Send(edit, without, "Save", Note("The agency moved."));
        var proposal = proposed.Headers.Location!.ToString().Split('?')[0];
        Assert.StartsWith("/editors/proposals/", proposal);

        // Neither the proposer nor an editor who is no approver can accept, whatever they send.
        foreach (var person in new[] { ada, eve })
        {
            var page = await person.Page(proposal);
            Assert.Null(page.QuerySelector("[formaction='?handler=Accept']"));
            Assert.Equal(HttpStatusCode.Forbidden, (await person.Post(proposal + "?handler=Accept", Token(page))).StatusCode);
        }
        Assert.DoesNotContain(NewNumberShown, await Public(desk, "/channels/ak"));

        var accepted = await DeskVisitor.Parse(await bea.Send(proposal, await bea.Page(proposal), "Accept", new Dictionary<string, string> { ["Word"] = "I called too." }), HttpStatusCode.OK);
        Assert.Contains("It is accepted", accepted.Text("#state"));
        await Eventually.Happens(async () => (await Public(desk, "/channels/ak")).Contains(NewNumberShown, StringComparison.Ordinal), within: TimeSpan.FromSeconds(10));
        var history = await Public(desk, "/channels/ak/history");
        Assert.Contains("The agency moved.", history);
        Assert.Contains("A second person looked it over", history);
        Assert.DoesNotContain("Ada Lovelace", history);
        Assert.Contains("accepted by Ada Lovelace", (await ada.Page("/editors/history?kind=channel&id=ak")).Text("main"));
    }

    [Fact]
    public async Task An_approver_does_not_accept_their_own_either()
    {
        const string edit = "/editors/edit/channel/ar";
        var bea = await DeskVisitor.Enrolled(desk, EditorRole.Admin);
        var review = await LookedOver(bea, edit, new() { ["Record.phones[0].number"] = NewNumber, ["Method"] = "Called" });
        var proposal = (await bea.Send(edit, review, "Save", Note("Mine"))).Headers.Location!.ToString().Split('?')[0];
        var page = await bea.Page(proposal);
        Assert.Equal(HttpStatusCode.Forbidden, (await bea.Post(proposal + "?handler=Accept", Token(page))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await bea.Post(proposal + "?handler=Decline", new(Token(page)) { ["Word"] = "No" })).StatusCode);
        var withdrawn = await DeskVisitor.Parse(await bea.Send(proposal, page, "Withdraw"), HttpStatusCode.OK);
        Assert.Contains("It is withdrawn", withdrawn.Text("#state"));
    }

    [Fact]
    public async Task The_second_of_two_editors_sees_both_versions_and_loses_nothing()
    {
        const string edit = "/editors/edit/channel/co";
        var (ada, bea) = (await DeskVisitor.Enrolled(desk), await DeskVisitor.Enrolled(desk));
        var open = await bea.Page(edit);
        var review = await LookedOver(ada, edit, new() { ["Record.hours.en"] = "Day and night", ["Record.whatFor.en"] = "For all of Houston" });
        Assert.Equal(HttpStatusCode.Found, (await ada.Send(edit, review, "Save", Note("They said so."))).StatusCode);

        var late = await DeskVisitor.Parse(await bea.Send(edit, open, "Compare", new Dictionary<string, string> { ["Record.hours.en"] = "By day", ["Record.notes"] = "Ask again" }), HttpStatusCode.OK);
        Assert.Contains("changed this record meanwhile", late.Text("#stale"));
        Assert.Contains("Day and night", late.Text("#theirs [data-field=hours] .sides > div:last-child"));
        Assert.Contains("By day", late.Text("#mine [data-field=hours] .sides > div:last-child"));
        Assert.Equal("By day", late.QuerySelector("#record-hours-en")!.GetAttribute("value"));
        Assert.Equal("Ask again", late.QuerySelector("#record-notes")!.TextContent.Trim());
        Assert.Equal("For all of Houston", late.QuerySelector("#record-whatfor-en")!.TextContent.Trim());

        var merged = await DeskVisitor.Parse(await bea.Send(edit, late, "Compare"), HttpStatusCode.OK);
        Assert.Equal(["Hours", "Notes and doubts"], merged.QuerySelectorAll("#review h3").Select(title => title.TextContent));
        Assert.Equal(HttpStatusCode.Found, (await bea.Send(edit, merged, "Save", Note("By day, they told me."))).StatusCode);
    }

    [Fact]
    public async Task Also_between_looking_it_over_and_saving_nothing_is_lost()
    {
        const string edit = "/editors/edit/channel/ct";
        var (ada, bea) = (await DeskVisitor.Enrolled(desk), await DeskVisitor.Enrolled(desk));
        var mine = await LookedOver(bea, edit, new() { ["Record.hours.en"] = "By day" });
        var theirs = await LookedOver(ada, edit, new() { ["Record.hours.en"] = "Day and night" });
        await ada.Send(edit, theirs, "Save", Note("They said so."));
        var late = await DeskVisitor.Parse(await bea.Send(edit, mine, "Save", Note("Mine")), HttpStatusCode.OK);
        Assert.Contains("changed this record meanwhile", late.Text("#stale"));
        Assert.Equal("By day", late.QuerySelector("#record-hours-en")!.GetAttribute("value"));
        Assert.Equal("Mine", late.QuerySelector("[name='Note.Reason']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_change_is_taken_back_as_a_new_change()
    {
        const string edit = "/editors/edit/channel/de";
        var ada = await DeskVisitor.Enrolled(desk);
        var review = await LookedOver(ada, edit, new() { ["Record.hours.en"] = "Day and night" });
        await ada.Send(edit, review, "Save", Note("Too quick"));
        var change = await (await desk.Database()).Scalar<long>("select max(id) from record_change");
        var taken = await ada.Send($"/editors/history/{change}", await ada.Page($"/editors/history/{change}"), "", Note("It was wrong."));
        Assert.Equal(HttpStatusCode.Found, taken.StatusCode);
        var log = (await ada.Page("/editors/history?kind=channel&id=de")).QuerySelectorAll("[data-change]").Select(row => row.TextContent).ToArray();
        Assert.Contains("Taken back", log[0]);
        Assert.Contains("Too quick", log[1]);
        Assert.DoesNotContain("Day and night", (await ada.Page("/editors/records/channel/de")).Text("#record"));
    }

    [Fact]
    public async Task With_one_editor_a_number_changes_at_once_and_both_histories_say_so()
    {
        const string edit = "/editors/edit/channel/tx-southern";
        await using var database = await TestDatabase.Filled();
        await using var site = await SiteProcess.Start(database.AsSite, settings: new Dictionary<string, string> { ["Editing__FourEyes"] = "false" });
        await using var editors = database.OpenEditors();
        var ada = new DeskVisitor(site.Http);
        await ada.Enrol("ada@example.org", "/editors/invite/" + await new Invitations(editors, TimeProvider.System).Invite("Ada", "ada@example.org", EditorRole.Admin));
        var review = await LookedOver(ada, edit, new() { ["Record.phones[0].number"] = NewNumber, ["Method"] = "Called" });
        Assert.Contains("this installation does without", review.Text("main"));
        Assert.Equal(HttpStatusCode.Found, (await ada.Send(edit, review, "Save", Note("The agency moved."))).StatusCode);
        Assert.Contains("single-handed", (await ada.Page("/editors/history?kind=channel&id=tx-southern")).Text("[data-change]"));
        await Eventually.Happens(async () => (await site.Http.GetStringAsync("/channels/tx-southern/history")).Contains("No second person looked it over."), within: TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_new_record_is_saved_and_a_removal_of_a_contact_is_proposed()
    {
        const string edit = "/editors/edit/channel/ca-central";
        var (ada, bea) = (await DeskVisitor.Enrolled(desk), await DeskVisitor.Enrolled(desk, EditorRole.Approver));
        const string path = "/editors/edit/organization";
        var review = await LookedOver(ada, path, new() { ["Record.id"] = "new-body", ["Record.name.en"] = "A new body" });
        Assert.Equal(HttpStatusCode.Found, (await ada.Send(path, review, "Save", Note("It opened."))).StatusCode);
        Assert.Equal("A new body", (await ada.Page("/editors/records/organization/new-body")).Text("[data-field=name]"));

        var removal = await ada.Page(edit + "?remove=true");
        Assert.Contains("This will be removed", removal.Text("h2"));
        var proposal = (await ada.Send(edit, removal, "Save", Note("It closed."))).Headers.Location!.ToString().Split('?')[0];
        await bea.Send(proposal, await bea.Page(proposal), "Accept");
        await Eventually.Happens(async () => (await (await desk.Site()).Http.GetAsync("/channels/ca-central")).StatusCode == HttpStatusCode.NotFound, within: TimeSpan.FromSeconds(10));
        Assert.Contains("was removed", (await ada.Page("/editors/records/channel/ca-central")).Text(".note"));
    }

    [Fact]
    public async Task A_correction_leads_to_the_record_and_back_to_its_answer()
    {
        const string edit = "/editors/edit/channel/id";
        var id = Guid.NewGuid();
        await (await desk.Database()).Execute(
            $"insert into correction (id, receipt, idempotency_key, channel_id, kind, text, language, looks_like_spam, received_at, state) values ('{id}', 'ABCDEFGHJK', '{id}', 'id', 'hours-or-languages', 'Open at night too', 'en', false, now(), 'open')");
        var ada = await DeskVisitor.Enrolled(desk);
        var path = $"{edit}?correction={id}";
        var form = await ada.Page(path);
        Assert.Equal("Open at night too", form.Text("aside .said"));
        var review = await DeskVisitor.Parse(await ada.Send(path, form, "Compare", new Dictionary<string, string> { ["Record.hours.en"] = "Day and night" }), HttpStatusCode.OK);
        Assert.Equal("A visitor sent a correction.", review.QuerySelector("#note-reason")!.TextContent.Trim());
        var saved = await ada.Send(path, review, "Save");
        Assert.Equal($"/editors/corrections/{id}?saved=true", saved.Headers.Location!.ToString());
        Assert.Equal("Accepted", ((AngleSharp.Html.Dom.IHtmlSelectElement)(await ada.Page(saved.Headers.Location.ToString())).QuerySelector("#decision-state")!).Value);
    }

    internal static async Task<IDocument> LookedOver(DeskVisitor person, string path, Dictionary<string, string> typed)
    {
        var page = await DeskVisitor.Parse(await person.Send(path, await person.Page(path), "Compare", typed), HttpStatusCode.OK);
        Assert.True(page.QuerySelector("#review") is not null, page.Text("#problems"));
        return page;
    }

    internal static Dictionary<string, string> Note(string reason) => new() { ["Note.Reason"] = reason, ["Note.SourceUrl"] = "https://www.houstontx.gov/police/" };

    private static Dictionary<string, string> Token(IDocument page) =>
        new() { ["__RequestVerificationToken"] = page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")! };

    private static async Task<string> Public(DeskSite desk, string path) => await (await desk.Site()).Http.GetStringAsync(path);
}
