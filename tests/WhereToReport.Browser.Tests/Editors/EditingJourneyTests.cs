using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WhereToReport.Postgres.Editors;
using WhereToReport.Testing;
using static Microsoft.Playwright.Assertions;

namespace WhereToReport.Browser.Tests.Editors;

public class EditingJourneyTests(Browser browser, DeskSite desk) : EditorTests(browser, desk)
{
    [Fact]
    public async Task With_passkeys_one_person_mends_a_number_and_another_accepts_and_the_public_sees_it() =>
        await Mend("tx-north", "+12146714299", "(214) 671-4299", Screen.Desktop, WithPasskey);

    [Theory]
    [InlineData(true, "tx-houston", "+17138843199", "713-884-3199")]
    [InlineData(false, "ca-silicon-valley", "+14082778999", "408.277.8999")]
    public async Task With_password_and_code_it_goes_the_same_way_on_a_phone_with_or_without_script(bool script, string channel, string number, string typed) =>
        await Mend(channel, number, typed, Screen.Phone with { Script = script }, page => EnrolByPassword(page));

    [Fact]
    public async Task Of_two_who_edit_one_record_the_second_sees_both_versions_and_what_was_typed()
    {
        var (ada, bea) = (await Enrolled(WithPasskey, Screen.Desktop), await Enrolled(WithPasskey, Screen.Phone));
        foreach (var page in new[] { ada, bea })
            await page.GotoAsync("/editors/edit/channel/ca-sacramento");
        await Fill(ada, "Hours", "Day and night");
        await Next(ada, "Next: look it over");
        await Fill(ada, "Why?", "They told me.");
        await Next(ada, "Save it");
        await Expect(ada.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved");

        await Fill(bea, "Hours", "By day");
        await Next(bea, "Next: look it over");
        await Expect(bea.Locator("#stale")).ToHaveTextAsync("Somebody changed this record meanwhile");
        await Expect(bea.Locator("#theirs ins")).ToHaveTextAsync("Day and night");
        await Expect(bea.Locator("#record-hours-en")).ToHaveValueAsync("By day");
    }

    [Fact]
    public async Task A_check_takes_a_minute_with_the_keyboard_alone()
    {
        var page = await Enrolled(WithPasskey, Screen.Desktop);
        await page.GotoAsync("/editors");
        await page.Locator("[data-due] a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("#check$"));
        await Expect(page.Locator("#check")).ToBeVisibleAsync();
        for (var tabs = 0; await page.EvaluateAsync<string>("document.activeElement.id") != "check-method"; tabs++)
        {
            Assert.True(tabs < 20, "The form to check is far from where its link leads.");
            await page.Keyboard.PressAsync("Tab");
        }
        await page.Keyboard.TypeAsync("I read");
        await page.Locator("#check-on").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The check is noted.");
        await Expect(page.Locator("[data-change]").First).ToContainTextAsync("Checked");
    }

    private async Task Mend(string channel, string number, string typed, Screen screen, Func<IPage, Task> enrol)
    {
        var (ada, bea) = (await Enrolled(enrol, screen), await Enrolled(enrol, screen, EditorRole.Approver));
        await ada.GotoAsync($"/editors/records?q={channel}");
        await ada.Locator($"[data-record='channel {channel}'] a").ClickAsync();
        await ada.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await ada.Locator("#record-phones-0-number").FillAsync(typed);
        await Next(ada, "Next: look it over");
        await Expect(ada.Locator("#method-problem")).ToBeVisibleAsync();
        await ada.GetByLabel("How did you check it?").SelectOptionAsync("Called");
        await Next(ada, "Next: look it over");
        await Expect(ada.Locator("#review [data-field=phones]")).ToContainTextAsync(number);
        await Fill(ada, "Why?", "The agency moved.");
        await Fill(ada, "Where can it be read?", "https://www.example.gov/contact");
        await Next(ada, "Propose it");
        await Expect(ada.GetByRole(AriaRole.Status)).ToContainTextAsync("waits for a second person");
        await Expect(ada.GetByRole(AriaRole.Button, new() { Name = "Accept" })).ToHaveCountAsync(0);

        var proposal = new Uri(ada.Url).AbsolutePath;
        await bea.GotoAsync("/editors/proposals");
        await bea.Locator($"[data-proposal] a[href='{proposal}']").ClickAsync();
        await Expect(bea.Locator("#change")).ToContainTextAsync(number);
        await Next(bea, "Accept");
        await Expect(bea.GetByRole(AriaRole.Status)).ToContainTextAsync("Accepted");

        var site = await Desk.Site();
        await Eventually.Happens(async () => (await site.Http.GetStringAsync($"/channels/{channel}")).Contains(number[1..]), otherwise: () => site.Output);
        var visitor = await Open(Visitor, site.Address);
        await visitor.GotoAsync($"/channels/{channel}");
        await Expect(visitor.Locator($"a[href='tel:{number}']")).ToBeVisibleAsync();
        await visitor.GotoAsync($"/channels/{channel}/history");
        await Expect(visitor.Locator("main")).ToContainTextAsync("The agency moved.");
        await Expect(visitor.Locator("main")).Not.ToContainTextAsync("Ada");
        await ada.GotoAsync($"/editors/history?kind=channel&id={channel}");
        await Expect(ada.Locator("[data-change]").First).ToContainTextAsync("accepted by Ada Lovelace");
    }

    private async Task<IPage> Enrolled(Func<IPage, Task> enrol, Screen screen, EditorRole role = EditorRole.Editor)
    {
        var page = await Editor(await Desk.Invite(role), screen);
        await enrol(page);
        return page;
    }

    private static async Task WithPasskey(IPage page)
    {
        await AddAuthenticator(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Ada Lovelace");
    }

    private static Task Fill(IPage page, string label, string text) => page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    private static Task Next(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();
}
