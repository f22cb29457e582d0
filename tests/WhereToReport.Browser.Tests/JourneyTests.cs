using Microsoft.Playwright;
using WhereToReport.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace WhereToReport.Browser.Tests;

public class JourneyTests(Browser browser) : VisitorTests(browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_parent_types_a_ZIP_code_and_gets_numbers_to_tap(bool script)
    {
        var home = new SitePage(await Visit("/", Screen.Phone with { Script = script }));
        await home.SearchFor("94043");

        await Expect(home.Heading).ToContainTextAsync("Santa Clara County, California");
        await Expect(home.Channel("ncmec-cybertipline").Locator("a[href='tel:+18008435678']").First).ToBeVisibleAsync();
        await Expect(home.Channel("ca-silicon-valley")).ToContainTextAsync("not the task force's own");
        Assert.Equal(0, await SidewaysScroll(home.Page));
    }

    [Fact]
    public async Task The_first_screen_of_a_phone_shows_a_number_to_tap_and_the_box()
    {
        var page = await Visit("/");
        await Expect(page.Locator("a[href='tel:911']").First).ToBeInViewportAsync();
        await Expect(page.Locator("a[href='tel:+18008435678']").First).ToBeInViewportAsync();
        await Expect(page.Locator("#q")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_city_in_several_states_asks_which_and_the_choice_leads_to_the_answer()
    {
        var home = new SitePage(await Visit("/"));
        await home.SearchFor("Springfield");
        await Expect(home.Choices.First).ToBeVisibleAsync();
        await home.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("Springfield, Illinois") }).ClickAsync();
        await Expect(home.Heading).ToContainTextAsync("Sangamon County, Illinois");
    }

    [Fact]
    public async Task A_typing_error_is_forgiven()
    {
        var home = new SitePage(await Visit("/"));
        await home.SearchFor("Albequerque");
        await home.Choices.First.ClickAsync();
        await Expect(home.Heading).ToContainTextAsync("Bernalillo County, New Mexico");
    }

    [Fact]
    public async Task What_is_not_found_keeps_the_text_and_still_shows_where_to_turn()
    {
        var home = new SitePage(await Visit("/"));
        await home.SearchFor("qqzzqqzz");
        await Expect(home.Page.Locator("#q")).ToHaveValueAsync("qqzzqqzz");
        await Expect(home.Page.Locator("a[href='tel:911']").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_place_and_a_situation_together_bring_a_plan()
    {
        var home = new SitePage(await Visit("/"));
        await home.SearchFor("94043", "sextortion");
        await Expect(home.Heading).ToContainTextAsync("Santa Clara County");
        await Expect(home.Channel("ncmec-cybertipline")).ToBeVisibleAsync();
        await Expect(home.Page.Locator("main")).ToContainTextAsync("Do not pay");
    }

    [Fact]
    public async Task The_way_to_a_number_can_be_walked_with_the_keyboard_alone()
    {
        var page = await Visit("/", Screen.Desktop);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("a.skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#q")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Travis County, TX");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync("Travis County, Texas");

        var number = page.Locator("main a[href^='tel:']").First;
        for (var i = 0; i < 30 && !await number.EvaluateAsync<bool>("element => element === document.activeElement"); i++)
            await page.Keyboard.PressAsync("Tab");
        await Expect(number).ToBeFocusedAsync();
        Assert.NotEqual("none", await number.EvaluateAsync<string>("element => getComputedStyle(element).outlineStyle"));
    }

    [Fact]
    public async Task The_language_link_keeps_the_place()
    {
        var page = await Visit("/us/ca/santa-clara-county");
        await page.Locator("#other-language").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "es");
        await Expect(page.Locator("h1")).ToContainTextAsync("Santa Clara County, California");
    }

    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task No_page_scrolls_sideways(int width)
    {
        var page = await Open(new Screen(width));
        foreach (var path in AccessibilityTests.Kinds)
        {
            await page.GotoAsync(path);
            Assert.True(await SidewaysScroll(page) <= 0, $"{path} at {width} px");
        }
    }

    [Fact]
    public async Task Everything_to_tap_among_the_contacts_is_big_enough()
    {
        var page = await Visit("/us/ca/santa-clara-county");
        foreach (var target in await page.Locator("main .ways a, header a.exit, form[role=search] button").AllAsync())
        {
            if (await target.BoundingBoxAsync() is not { } box)
                continue;
            Assert.True(box.Height >= 43.5, $"{await target.InnerTextAsync()}: {box.Height} px high");
        }
    }

    private static Task<int> SidewaysScroll(IPage page) => page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
}
