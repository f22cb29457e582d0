using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WhereToReport.Browser.Tests;

public class QuickExitTests(Browser browser) : VisitorTests(browser)
{
    private const string Neutral = "https://www.weather.gov/";

    [Fact]
    public async Task A_tap_leaves_at_once_and_takes_the_page_out_of_the_history()
    {
        var page = await VisitAfterAnother();
        await page.Locator("#quick-exit").ClickAsync();
        await AssertLeft(page);
    }

    [Fact]
    public async Task Escape_pressed_three_times_leaves()
    {
        var page = await VisitAfterAnother();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page).ToHaveURLAsync("/us/ca");
        await page.Keyboard.PressAsync("Escape");
        await AssertLeft(page);
    }

    [Fact]
    public async Task The_press_that_leaves_does_not_stop_the_next_page()
    {
        var page = await Visit("/us/ca");
        await page.Context.RouteAsync(Neutral, _ => { }); // still loading
        var prevented = await page.EvaluateAsync<bool[]>(
            "[1, 2, 3].map(() => !dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true })))");
        Assert.Equal([false, false, true], prevented);
    }

    [Fact]
    public async Task Without_script_it_is_a_plain_link()
    {
        var page = await VisitAfterAnother(script: false);
        await page.Locator("#quick-exit").ClickAsync();
        await Expect(page).ToHaveURLAsync(Neutral);
    }

    [Fact]
    public async Task It_stays_in_sight_while_scrolling()
    {
        var page = await VisitAfterAnother();
        await page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
        await Expect(page.Locator("#quick-exit")).ToBeInViewportAsync();
    }

    // The page before the site, the site, and a stand-in for the neutral site, which tests cannot reach.
    private async Task<IPage> VisitAfterAnother(bool script = true)
    {
        var page = await Visit("/about", Screen.Phone with { Script = script });
        await page.Context.RouteAsync(Neutral + "**", route => route.FulfillAsync(new() { Body = "<h1>Weather</h1>", ContentType = "text/html" }));
        await page.GotoAsync("/us/ca");
        return page;
    }

    private static async Task AssertLeft(IPage page)
    {
        await Expect(page).ToHaveURLAsync(Neutral);
        await page.GoBackAsync();
        await Expect(page).ToHaveURLAsync("/about");
    }
}
