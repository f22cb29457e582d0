using System.Net;
using Microsoft.Playwright;
using WhereToReport.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace WhereToReport.Browser.Tests;

public class LocationTests(Browser browser) : VisitorTests(browser)
{
    private static readonly Geolocation s_mountainView = At(37.386051f, -122.083855f);

    public static TheoryData<string, string, string> Failures => new()
    {
        { "", "error({ code: 1 })", "Your browser did not share where you are." },
        { "", "error({ code: 2 })", "This device could not find out where it is." },
        { "", "error({ code: 3 })", "It took too long to find you." },
        { "", "success({ coords: { latitude: 37.4, longitude: -122.1, accuracy: 25000 } })", "This device knows only roughly where it is." },
        { "/es", "error({ code: 1 })", "Su navegador no compartió dónde está usted." },
    };

    [Theory]
    [InlineData("/", "/us/ca/santa-clara-county")]
    [InlineData("/es", "/es/us/ca/santa-clara-county")]
    public async Task One_tap_leads_to_the_county_and_sends_no_more_than_a_kilometer(string home, string county)
    {
        var page = await VisitFrom(s_mountainView, home);
        string? sent = null;
        page.Request += (_, request) => sent = request.Method == "POST" ? request.PostData : sent;
        await Button(page).ClickAsync();
        await Expect(page).ToHaveURLAsync(county);
        await Expect(page.Locator("h1")).ToContainTextAsync("Santa Clara County, California");
        Assert.Equal("latitude=37.39&longitude=-122.08&within=0&situation=", WebUtility.UrlDecode(sent));

        // Back on the page before, nothing of the location is left.
        await page.GoBackAsync();
        Assert.Equal(0, await page.Locator("form[method=post]").CountAsync());
        await Expect(page.Locator("#q")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task The_situation_goes_along()
    {
        var page = await VisitFrom(s_mountainView, "/");
        await page.Locator("#situation").SelectOptionAsync("sextortion");
        await Button(page).ClickAsync();
        await Expect(page).ToHaveURLAsync("/us/ca/santa-clara-county/sextortion");
        page = await VisitFrom(s_mountainView, "/situations/trafficking");
        await Button(page).ClickAsync();
        await Expect(page).ToHaveURLAsync("/us/ca/santa-clara-county/trafficking");
    }

    [Fact]
    public async Task Near_a_state_line_a_tap_says_which_side()
    {
        var page = await VisitFrom(At(39.1f, -94.61f), "/");
        await Button(page).ClickAsync();
        await Expect(page.Locator(".lead")).ToContainTextAsync("You seem to be near the line between");
        await page.GetByRole(AriaRole.Link, new() { Name = "Wyandotte County, Kansas" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Wyandotte County, Kansas");
    }

    [Theory]
    [InlineData(29.27f, -94.8f, "Galveston County, Texas")]
    [InlineData(43.65f, -79.38f, "Canada")]
    [InlineData(51.5f, -0.12f, "outside the United States")]
    public async Task On_the_beach_and_abroad_it_is_answered_too(float latitude, float longitude, string heading)
    {
        var page = await VisitFrom(At(latitude, longitude), "/");
        await Button(page).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync(heading);
    }

    [Fact]
    public async Task Who_says_no_to_the_browser_is_told_how_to_go_on()
    {
        var page = await Visit("/");
        await Button(page).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "did not share" })).ToBeVisibleAsync();
        await new SitePage(page).SearchFor("94043");
        await Expect(page.Locator("h1")).ToContainTextAsync("Santa Clara County, California");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Every_failure_has_its_sentence(string language, string outcome, string sentence)
    {
        var page = await Open(Screen.Phone);
        await page.AddInitScriptAsync($"navigator.geolocation.getCurrentPosition = (success, error) => {outcome};");
        await page.GotoAsync(language.Length > 0 ? language : "/");
        await Button(page).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = sentence })).ToBeVisibleAsync();
        Assert.Empty(await Axe.Violations(page));
    }

    [Fact]
    public async Task Without_a_connection_it_says_so_and_sends_nothing()
    {
        var page = await VisitFrom(s_mountainView, "/");
        await page.AddInitScriptAsync("Object.defineProperty(navigator, 'onLine', { value: false })");
        await page.ReloadAsync();
        await Button(page).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "There is no connection now." })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_there_is_no_button() =>
        await Expect(Button(await Visit("/", Screen.Phone with { Script = false }))).ToBeHiddenAsync();

    [Fact]
    public async Task A_browser_that_cannot_find_places_says_so()
    {
        var page = await Open(Screen.Phone);
        await page.AddInitScriptAsync("Object.defineProperty(navigator, 'geolocation', { value: undefined })");
        await page.GotoAsync("/");
        await Button(page).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "This device could not find out where it is." })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task The_button_is_there_from_the_start_and_moves_nothing(int width)
    {
        var page = await Open(new Screen(width));
        await page.AddInitScriptAsync("self.shifts = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => shifts += entry.value)).observe({ type: 'layout-shift', buffered: true })");
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Expect(Button(page)).ToBeVisibleAsync();
        Assert.InRange((await Button(page).BoundingBoxAsync())!.Height, 44, 60);
        Assert.Equal(0, await page.EvaluateAsync<double>("shifts"));
    }

    private static Geolocation At(float latitude, float longitude) => new() { Latitude = latitude, Longitude = longitude, Accuracy = 20 };

    private static ILocator Button(IPage page) => page.Locator("form[role=search] #here");

    private async Task<IPage> VisitFrom(Geolocation place, string path)
    {
        var page = await Open(Screen.Phone);
        await page.Context.GrantPermissionsAsync(["geolocation"]);
        await page.Context.SetGeolocationAsync(place);
        await page.GotoAsync(path);
        return page;
    }
}
