using Microsoft.Playwright;
using WhereToReport.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace WhereToReport.Browser.Tests;

public class SuggestionTests(Browser browser) : VisitorTests(browser)
{
    [Theory]
    [InlineData("/", "{0} places.", "Places")]
    [InlineData("/es", "{0} lugares.", "Lugares")]
    public async Task Somebody_at_the_keyboard_picks_a_place(string home, string announced, string name)
    {
        var page = await Visit(home);
        await Type(page, "santa cl");
        var count = await Options(page).CountAsync();
        Assert.InRange(count, 2, 6);
        await Expect(Box(page)).ToHaveAttributeAsync("role", "combobox");
        await Expect(Box(page)).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(page.GetByRole(AriaRole.Listbox, new() { Name = name, Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = string.Format(announced, count) })).ToHaveCountAsync(1);

        await AssertPicked(page, null);
        await page.Keyboard.PressAsync("ArrowDown");
        await AssertPicked(page, 0);
        await page.Keyboard.PressAsync("ArrowUp");
        await AssertPicked(page, count - 1);
        await page.Keyboard.PressAsync("ArrowDown");
        await AssertPicked(page, 0);

        // Home, End and the arrows to the sides are for the text.
        await page.Keyboard.PressAsync("Home");
        await AssertPicked(page, null);
        Assert.Equal(0, await Box(page).EvaluateAsync<int>("box => box.selectionStart"));
        await page.Keyboard.PressAsync("End");
        Assert.Equal(8, await Box(page).EvaluateAsync<int>("box => box.selectionStart"));

        var county = Options(page).Filter(new() { HasText = "Santa Clara County, California" });
        for (var i = 0; i < count && await county.GetAttributeAsync("aria-selected") != "true"; i++)
            await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync("Santa Clara County, California");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", home == "/" ? "en" : "es");
    }

    [Fact]
    public async Task A_tap_picks_a_place_and_the_situation_goes_along()
    {
        var page = await Visit("/");
        await page.Locator("#situation").SelectOptionAsync("sextortion");
        await Type(page, "9404");
        await Options(page).Filter(new() { HasText = "94043" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Santa Clara County, California");
        await Expect(page.Locator("main")).ToContainTextAsync("Do not pay");
    }

    [Fact]
    public async Task Enter_without_a_pick_asks_for_what_was_typed()
    {
        var page = await Visit("/");
        await Type(page, "travis county");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync("Travis County, Texas");
    }

    [Fact]
    public async Task Who_types_on_asks_for_what_is_typed_and_not_for_what_was_pointed_at_before()
    {
        var page = await Visit("/");
        await Type(page, "orange");
        await page.Keyboard.PressAsync("ArrowDown");
        await AssertPicked(page, 0);
        await page.RouteAsync("**/api/v1/places*", _ => { }); // a signal so weak that no answer comes
        await page.Keyboard.TypeAsync(", tx");
        await AssertPicked(page, null);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=orange%2C\\+tx"));
    }

    [Fact]
    public async Task Escape_closes_the_list_and_the_third_leaves_all_the_same()
    {
        var page = await Visit("/");
        await page.Context.RouteAsync("https://www.weather.gov/**", route => route.FulfillAsync(new() { Body = "<h1>Weather</h1>", ContentType = "text/html" }));
        await Type(page, "santa cl");
        await page.Keyboard.PressAsync("Escape");
        await Expect(List(page)).ToBeHiddenAsync();
        await Expect(Box(page)).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(Box(page)).ToHaveValueAsync("santa cl");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page).ToHaveURLAsync("https://www.weather.gov/");
    }

    [Fact]
    public async Task The_list_closes_when_the_box_is_left_and_opens_again_by_arrow()
    {
        var page = await Visit("/");
        await Type(page, "santa cl");
        await page.Keyboard.PressAsync("Tab");
        await Expect(List(page)).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Expect(List(page)).ToBeVisibleAsync();
        await AssertPicked(page, null);
    }

    [Fact]
    public async Task A_fast_typist_asks_seldom_and_only_the_last_answer_counts()
    {
        var page = await Visit("/");
        var asked = 0;
        page.Request += (_, request) => asked += request.Url.Contains("/api/v1/places", StringComparison.Ordinal) ? 1 : 0;
        await Box(page).ClickAsync();
        await page.Keyboard.TypeAsync("san francisco", new() { Delay = 20 });
        await Expect(Options(page).First).ToContainTextAsync("San Francisco");
        Assert.InRange(asked, 1, 6);
    }

    [Theory]
    [InlineData("**/api/v1/places*")]
    [InlineData("**/suggestions.js")]
    [InlineData("**/words.js")]
    [InlineData("**/suggestions.css")]
    public async Task Whatever_fails_leaves_the_plain_box(string address)
    {
        var page = await Open(Screen.Phone);
        await page.Context.RouteAsync(address, route => route.AbortAsync());
        await page.GotoAsync("/");
        await Box(page).ClickAsync();
        await page.Keyboard.TypeAsync("94043");
        await page.WaitForTimeoutAsync(500);
        await Expect(page.GetByRole(AriaRole.Listbox)).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync("Santa Clara County, California");
    }

    [Fact]
    public async Task Nothing_of_it_is_fetched_before_somebody_turns_to_the_box()
    {
        var page = await Open(Screen.Phone);
        var fetched = new List<string>();
        page.Request += (_, request) => fetched.Add(new Uri(request.Url).AbsolutePath);
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Empty(fetched.Intersect(["/suggestions.js", "/suggestions.css", "/here.js", "/words.js"]));
        await Type(page, "santa cl");
        Assert.Superset(new HashSet<string> { "/suggestions.js", "/suggestions.css", "/words.js" }, fetched.ToHashSet());
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task The_open_list_is_accessible_fits_and_is_big_enough_to_tap(int width)
    {
        var page = await Open(new Screen(width));
        await page.GotoAsync("/");
        await Type(page, "san");
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Empty(await Axe.Violations(page));
        foreach (var option in await Options(page).AllAsync())
            Assert.True((await option.BoundingBoxAsync())!.Height >= 44);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0);
    }

    private static ILocator Box(IPage page) => page.Locator("#q");

    private static ILocator List(IPage page) => page.Locator("#places");

    private static ILocator Options(IPage page) => page.Locator("#places [role=option]");

    private static async Task Type(IPage page, string text)
    {
        await Box(page).ClickAsync();
        await page.Keyboard.TypeAsync(text);
        await Expect(List(page)).ToBeVisibleAsync();
    }

    private static async Task AssertPicked(IPage page, int? index)
    {
        if (index is null)
            Assert.Null(await Box(page).GetAttributeAsync("aria-activedescendant"));
        else
            await Expect(Box(page)).ToHaveAttributeAsync("aria-activedescendant", $"place-{index}");
        Assert.Equal(index is null ? 0 : 1, await page.Locator("#places [aria-selected=true]").CountAsync());
    }
}
