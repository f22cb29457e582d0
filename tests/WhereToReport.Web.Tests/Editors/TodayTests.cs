using System.Net;
using WhereToReport.Testing;
using WhereToReport.Web.Tests.Pages;

namespace WhereToReport.Web.Tests.Editors;

// Others that change records would change what is due between two looks at it.
[Collection("Records")]
public class TodayTests(DeskSite desk)
{
    [Fact]
    public async Task The_day_begins_with_what_waits_and_pictures_that_tables_say_in_figures()
    {
        var ada = await DeskVisitor.Enrolled(desk);
        var page = await ada.Page("/editors");
        Assert.Equal(4, page.QuerySelectorAll(".figures a").Length);
        Assert.Equal(51, page.QuerySelectorAll("svg.map.fresh path").Length);
        Assert.Equal(RealDirectory.Snapshot.Places.States.Count, page.QuerySelectorAll("[aria-labelledby=fresh] tbody tr").Length);
        var weeks = page.QuerySelectorAll("[aria-labelledby=weeks] tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => int.Parse(cell.TextContent)).ToArray()).ToArray();
        Assert.Equal(int.Parse(page.Text(".figures a[href='#due'] strong")), weeks.Max(week => week[1]));
        Assert.Equal(12, page.QuerySelectorAll("[data-due]").Length);
        Assert.Equal(weeks.Max(week => week[1]), (await ada.Page("/editors?all=true")).QuerySelectorAll("[data-due]").Length);
    }

    [Fact]
    public async Task A_correction_is_read_decided_and_answered_and_its_sender_sees_the_answer()
    {
        var (id, receipt) = await Corrected("<script>alert(1)</script> rings and rings");
        var ada = await DeskVisitor.Enrolled(desk);
        Assert.NotNull((await ada.Page("/editors/corrections")).QuerySelector($"[data-correction='{id}']"));
        var page = await ada.Page($"/editors/corrections/{id}");
        Assert.Equal("<script>alert(1)</script> rings and rings", page.Text("#words"));
        Assert.NotNull(page.QuerySelector($"a[href='/editors/edit/channel/tx-houston?correction={id}']"));

        var missing = await DeskVisitor.Parse(await Decide(ada, id, "Declined", ""), HttpStatusCode.OK);
        Assert.Equal("Tell the sender why.", missing.Text("#decision-answer-problem"));
        var done = await DeskVisitor.Parse(await Decide(ada, id, "NoChangeNeeded", "We called: it answers by day."), HttpStatusCode.OK);
        Assert.StartsWith("still right", done.Text("#state"));
        Assert.Null(done.QuerySelector("main form"));

        var site = await desk.Site();
        Assert.Contains("We called: it answers by day.", await site.Http.GetStringAsync($"/corrections/{receipt}"));
    }

    [Fact]
    public async Task Of_two_editors_who_decide_the_second_is_told_and_changes_nothing()
    {
        var (id, _) = await Corrected("Twice decided");
        var (ada, bea) = (await DeskVisitor.Enrolled(desk), await DeskVisitor.Enrolled(desk));
        var open = await bea.Page($"/editors/corrections/{id}");
        await Decide(ada, id, "Accepted", "Thank you.");
        var late = await DeskVisitor.Parse(
            await bea.Post($"/editors/corrections/{id}", DeskVisitor.Fields(open, "", new() { ["Decision.State"] = "Declined", ["Decision.Answer"] = "No." })), HttpStatusCode.OK);
        Assert.Contains("Somebody was faster", late.Text("[role=alert]"));
        Assert.StartsWith("accepted", late.Text("#state"));
    }

    [Fact]
    public async Task A_broken_link_stands_on_the_list_with_who_uses_it_and_can_be_checked_again()
    {
        var url = $"https://gone.example.org/{Guid.NewGuid():n}";
        var database = await desk.Database();
        await database.Execute($"insert into link_check (url, outcome, status, checked_at, first_failed_at, failures, next_due) values ('{url}', 'client-error', 404, now(), now() - interval '9 days', 5, now() + interval '7 days')");
        await database.Execute($"insert into link_use (url, record, record_id, part) values ('{url}', 'channel', 'tx-houston', 'website')");
        var ada = await DeskVisitor.Enrolled(desk);
        var page = await ada.Page("/editors/links?q=gone.example.org");
        var link = page.QuerySelector($"[data-link='{url}']")!;
        Assert.Contains("No such page (404), 5 times", link.TextContent);
        Assert.NotNull(link.QuerySelector("a[href='/editors/records/channel/tx-houston']"));
        var again = await ada.Post("/editors/links?handler=Again", new()
        {
            ["url"] = url,
            ["__RequestVerificationToken"] = link.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        });
        Assert.Contains("checked again within minutes", (await DeskVisitor.Parse(again, HttpStatusCode.OK)).Text("[role=status]"));
        Assert.Equal(HttpStatusCode.BadRequest, (await ada.Post("/editors/links?handler=Again", new() { ["url"] = url })).StatusCode);
    }

    [Fact]
    public async Task Every_kind_of_list_of_links_opens()
    {
        var ada = await DeskVisitor.Enrolled(desk);
        foreach (var list in new[] { "broken", "failing", "moved", "blocked", "unchecked", "all", "nonsense" })
            await ada.Page($"/editors/links?show={list}&from=-5");
    }

    [Fact]
    public async Task The_history_is_filtered_paged_and_every_change_can_be_read()
    {
        var ada = await DeskVisitor.Enrolled(desk);
        var first = await ada.Page("/editors/history?kind=duty");
        var changes = first.QuerySelectorAll("[data-change]").Select(change => long.Parse(change.GetAttribute("data-change")!)).ToArray();
        Assert.Equal(50, changes.Length);
        var older = await ada.Page(first.QuerySelectorAll("main a").Single(link => link.TextContent == "Older changes").GetAttribute("href")!);
        Assert.All(older.QuerySelectorAll("[data-change]"), change => Assert.True(long.Parse(change.GetAttribute("data-change")!) < changes[^1]));
        var one = await ada.Page($"/editors/history/{changes[0]}");
        Assert.Contains("Import of the data files", one.Text("main"));
        Assert.NotEmpty(one.QuerySelectorAll("#change ins"));
        Assert.Equal(HttpStatusCode.NotFound, (await ada.Get("/editors/history/999999999")).StatusCode);
    }

    private static async Task<HttpResponseMessage> Decide(DeskVisitor visitor, Guid id, string state, string answer) =>
        await visitor.Submit($"/editors/corrections/{id}", "", new() { ["Decision.State"] = state, ["Decision.Answer"] = answer });

    private async Task<(Guid Id, string Receipt)> Corrected(string text)
    {
        var id = Guid.NewGuid();
        var receipt = string.Concat(id.ToString("n").ToUpperInvariant().Where(char.IsAsciiHexDigit).Take(10));
        await (await desk.Database()).Execute(
            $"insert into correction (id, receipt, idempotency_key, channel_id, kind, text, language, looks_like_spam, received_at, state) values ('{id}', '{receipt}', '{Guid.NewGuid()}', 'tx-houston', 'number-does-not-work', '{text}', 'en', false, now(), 'open')");
        return (id, receipt);
    }
}
