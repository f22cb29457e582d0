using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WhereToReport.Browser.Tests.Pages;
using WhereToReport.Domain;
using WhereToReport.Testing;
using static Microsoft.Playwright.Assertions;

namespace WhereToReport.Browser.Tests.Offline;

public class OfflineTests(Browser browser) : VisitorTests(browser)
{
    private const string County = "/us/ca/santa-clara-county";

    private readonly Browser _browser = browser;

    [Theory]
    [InlineData(Language.English, "/", "", "You see a copy saved on")]
    [InlineData(Language.Spanish, "/es", "/es", "Está viendo una copia guardada el")]
    public async Task After_one_visit_the_national_contacts_and_every_situation_need_no_connection(Language language, string home, string prefix, string banner)
    {
        await using var line = await Line.To(await _browser.Site());
        var page = await Open(Screen.Phone, line.Address);
        await page.GotoAndKeep(home);
        line.IsCut = true;

        foreach (var situation in RealDirectory.Facts.Situations)
        {
            await page.GotoAsync(prefix + situation.Path);
            await Expect(page.Locator("h1")).ToHaveTextAsync(situation.Label.In(language));
            await Expect(page.Locator("#kept-copy")).ToContainTextAsync(banner);
            await Expect(page.Locator("a[href='tel:911']").First).ToBeVisibleAsync();
        }
        await page.GotoAsync(prefix + "/us");
        await Expect(new SitePage(page).Channel("ncmec-cybertipline")).ToBeVisibleAsync();
        await page.GotoAsync(home);
        await Expect(page.Locator("#q")).ToBeVisibleAsync();
        Assert.Equal("flex", await page.EvaluateAsync<string>("getComputedStyle(document.body).display"));
    }

    [Fact]
    public async Task A_place_that_was_seen_opens_without_a_connection_and_says_of_when_it_is()
    {
        await using var line = await Line.To(await _browser.Site());
        var page = await Open(Screen.Phone, line.Address);
        await page.GotoAndKeep(County);
        await Expect(page.Locator("#kept-copy")).ToHaveCountAsync(0);
        await page.GotoAsync("/");
        await new SitePage(page).SearchFor("78701");
        await Expect(page.Locator("h1")).ToContainTextAsync("Travis County");

        line.IsCut = true;
        await page.GotoAsync(County);
        await Expect(new SitePage(page).Channel("ca-silicon-valley")).ToBeVisibleAsync();
        await Expect(page.Locator("#kept-copy")).ToContainTextAsync(DateTime.Now.Year.ToString());
        Assert.Empty(await Axe.Violations(page));

        // The form sends an empty situation along, a link does not: they ask the same.
        await page.GotoAsync("/find?q=+78701");
        await Expect(page.Locator("h1")).ToContainTextAsync("Travis County");
        await Expect(page.Locator("#kept-copy")).ToBeVisibleAsync();

        line.IsCut = false;
        await page.Locator("#kept-copy").GetByRole(AriaRole.Link, new() { Name = "Try again" }).ClickAsync();
        await Expect(page.Locator("#kept-copy")).ToHaveCountAsync(0);
        await Expect(page.Locator("h1")).ToContainTextAsync("Travis County");
    }

    [Fact]
    public async Task Where_the_signal_is_weak_the_copy_comes_within_seconds()
    {
        await using var line = await Line.To(await _browser.Site());
        var page = await Open(Screen.Phone, line.Address);
        await page.GotoAndKeep(County);
        line.Delay = TimeSpan.FromMinutes(1);
        await page.GotoAsync(County, new() { Timeout = 30_000, WaitUntil = WaitUntilState.DOMContentLoaded });
        await Expect(page.Locator("#kept-copy")).ToBeVisibleAsync();
        line.Delay = default;
    }

    [Fact]
    public async Task What_is_not_kept_says_so_and_leads_to_what_is()
    {
        await using var line = await Line.To(await _browser.Site());
        var page = await Open(Screen.Phone, line.Address);
        await page.GotoAndKeep(County);
        line.IsCut = true;

        var answer = await page.GotoAsync("/us/tx/travis-county");
        Assert.Equal(503, answer!.Status);
        await Expect(page.Locator("#not-kept-here")).ToContainTextAsync("not kept on this device");
        await Expect(page.Locator("main a[href='tel:911']")).ToBeVisibleAsync();
        await Expect(new SitePage(page).Channel("ncmec-cybertipline")).ToBeVisibleAsync();
        Assert.Empty(await Axe.Violations(page));

        await page.GotoAsync("/find?q=santa+clara");
        await Expect(page.Locator("#not-kept-here")).ToContainTextAsync("you need a connection");
        await page.Locator("#kept-here .fitting").GetByRole(AriaRole.Link, new() { NameRegex = new("Santa Clara County") }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Santa Clara County, California");
    }

    [Theory]
    [InlineData("", "Where to report in", "Erase everything")]
    [InlineData("/es", "Dónde denunciar en", "Borrar todo")]
    public async Task A_saved_county_keeps_its_plans_and_its_poster_until_one_tap_erases_everything(string prefix, string heading, string erase)
    {
        await using var line = await Line.To(await _browser.Site());
        var page = await Open(Screen.Phone, line.Address);
        await page.GotoAsync(prefix + "/find?q=94043");
        await page.SaveCounty();
        Assert.Empty(await Axe.Violations(page));

        line.IsCut = true;
        await page.GotoAsync(prefix + County + "/poster");
        await Expect(page.Locator(".lines")).ToContainTextAsync("1-800-843-5678");
        await Expect(page.Locator("#kept-copy")).ToBeVisibleAsync();
        Assert.Equal("rgb(233, 237, 238)", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
        await page.GotoAsync($"{prefix}{County}/sextortion");
        await Expect(page.Locator(".situation")).ToBeVisibleAsync();
        await page.GotoAsync(prefix + County);
        await Expect(page.Locator(".keep button")).ToBeHiddenAsync();

        await page.Locator(".keep a").ClickAsync();
        await Expect(page.Locator("#kept-here .saved li")).ToContainTextAsync(heading);
        Assert.Empty(await Axe.Violations(page));
        await page.GetByRole(AriaRole.Button, new() { Name = erase }).ClickAsync();
        await Expect(page.Locator("#kept-here .done")).Not.ToBeEmptyAsync();
        await Expect(page.Locator("#kept-here .saved")).ToBeHiddenAsync();
        line.IsCut = false;
        Assert.Empty(await page.Stores());
        Assert.Empty(await page.Workers());
    }

    [Fact]
    public async Task A_saved_county_can_be_removed_alone()
    {
        await using var line = await Line.To(await _browser.Site());
        var page = await Open(Screen.Phone, line.Address);
        await page.GotoAsync(County);
        await page.SaveCounty();
        await page.GotoAsync("/us/ca/san-mateo-county");
        await page.SaveCounty();
        await page.GotoAsync("/offline");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Santa Clara") }).ClickAsync();
        await Expect(page.Locator("#kept-here .saved li")).ToHaveCountAsync(1);
        var copies = await page.Copies();
        Assert.DoesNotContain(copies, path => path.StartsWith(County, StringComparison.Ordinal));
        Assert.Contains("/us/ca/san-mateo-county/poster", copies);
    }

    [Fact]
    public async Task Saving_that_breaks_off_keeps_nothing_by_halves_and_says_so()
    {
        await using var line = await Line.To(await _browser.Site());
        var page = await Open(Screen.Phone, line.Address);
        await page.GotoAndKeep(County);
        line.Loses = path => path == County + "/sextortion";
        await page.Locator(".keep button").ClickAsync();
        await Expect(page.Locator(".keep [role=status]")).ToContainTextAsync("could not be saved");
        Assert.DoesNotContain(County + "/poster", await page.Copies());

        line.Loses = _ => false;
        await page.SaveCounty();
        Assert.Contains(County + "/poster", await page.Copies());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Quick_exit_erases_what_was_kept(bool byKeyboard)
    {
        await using var line = await Line.To(await _browser.Site());
        var page = await Open(Screen.Phone, line.Address);
        await page.Context.RouteAsync("https://www.weather.gov/**", route => route.FulfillAsync(new() { Body = "<h1>Weather</h1>", ContentType = "text/html" }));
        await page.GotoAsync(County);
        await page.SaveCounty();
        await page.GotoAndKeep("/us/ca");
        Assert.Contains("/us/ca", await page.Copies());

        if (byKeyboard)
        {
            for (var i = 0; i < 3; i++)
                await page.Keyboard.PressAsync("Escape");
        }
        else
        {
            await page.Locator("#quick-exit").ClickAsync();
        }
        await Expect(page).ToHaveURLAsync("https://www.weather.gov/");
        await Eventually.Happens(async () => (await page.Stores()).Length == 0 && (await page.Workers()).Length == 0);
    }

    [Fact]
    public async Task The_desk_the_forms_and_the_API_are_never_kept()
    {
        await using var line = await Line.To(await _browser.Site());
        var page = await Open(Screen.Phone, line.Address);
        await page.GotoAndKeep("/");
        foreach (var path in new[] { "/editors/sign-in", "/api/v1/answer?place=94043", "/embed/us/ca", "/hsds/services", "/health/ready", "/data/embed", "/corrections/new", "/nowhere" })
            await page.GotoAsync(path);
        await page.GotoAndKeep("/about");
        Assert.DoesNotContain(await page.Copies(), path => Regex.IsMatch(path, "^/(editors|api|embed|hsds|health|data/|corrections|nowhere)"));

        // The worker does not stand in their way either: the browser itself says that there is no connection. (Its own store may hold what was asked for before.)
        line.IsCut = true;
        foreach (var path in new[] { "/editors/sign-in", "/api/v1/answer?place=10001", "/embed/us/tx", "/data/embed?q=austin" })
            await Assert.ThrowsAsync<PlaywrightException>(() => page.GotoAsync(path));
    }

    [Fact]
    public async Task Only_the_newest_pages_are_kept()
    {
        await using var line = await Line.To(await _browser.Site());
        var page = await Open(Screen.Phone, line.Address);
        await page.GotoAndKeep(County);
        var states = RealDirectory.Snapshot.Places.States.Select(state => state.Path).ToArray();
        Assert.True(states.Length > 50);
        foreach (var path in states)
            await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.GotoAndKeep(states[^1]);

        await Eventually.Happens(async () => (await page.Copies()).Count(path => path.StartsWith("/us/", StringComparison.Ordinal)) == 50);
        var copies = await page.Copies();
        Assert.DoesNotContain(County, copies);
        Assert.DoesNotContain(states[0], copies);
        Assert.Contains(states[^1], copies);
    }

    [Fact]
    public async Task Without_script_nothing_is_kept_and_the_page_says_so()
    {
        await using var line = await Line.To(await _browser.Site());
        var page = await Open(Screen.Phone with { Script = false }, line.Address);
        await page.GotoAsync(County);
        await Expect(page.Locator(".keep")).ToHaveCountAsync(0);
        await page.GotoAsync("/offline");
        await Expect(page.Locator("#nothing-kept")).ToBeVisibleAsync();
        await Expect(page.Locator("main a[href='tel:911']")).ToBeVisibleAsync();
    }
}
