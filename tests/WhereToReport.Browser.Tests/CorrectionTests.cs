using Microsoft.Playwright;
using WhereToReport.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace WhereToReport.Browser.Tests;

public class CorrectionTests(Browser browser) : VisitorTests(browser)
{
    [Fact]
    public async Task Without_script_a_stranger_says_what_is_wrong_and_later_what_became_of_it()
    {
        var page = await Visit("/us/ca/santa-clara-county", Screen.Phone with { Script = false });
        await page.Locator("[data-channel='ca-silicon-valley'] a.wrong").ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Silicon Valley");
        await Expect(page.Locator("main")).ToContainTextAsync("This is not a report of a crime.");

        await page.GetByLabel("A number does not work").CheckAsync();
        await page.GetByLabel("A web page that shows it").FillAsync("nonsense");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the correction" }).ClickAsync();
        await Expect(page.Locator("#problems")).ToBeFocusedAsync();
        await Expect(page.GetByLabel("A number does not work")).ToBeCheckedAsync();
        await Expect(page.GetByLabel("A web page that shows it")).ToHaveValueAsync("nonsense");
        await page.Locator("#problems a").First.ClickAsync();
        Assert.EndsWith("#text", page.Url);

        await page.GetByLabel("In your words").FillAsync("It rings and rings.\nNobody answers.");
        await page.GetByLabel("A web page that shows it").FillAsync("www.example.gov");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the correction" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Your correction");
        await Expect(page.Locator("#words")).ToHaveTextAsync("It rings and rings. Nobody answers.");
        var code = await page.Locator("#receipt").InnerTextAsync();

        await page.GotoAsync("/corrections");
        await page.GetByLabel("Receipt code").FillAsync(code.ToLowerInvariant());
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what became of it" }).ClickAsync();
        await Expect(page.Locator("#state")).ToContainTextAsync("An editor will look at it");
    }

    [Fact]
    public async Task The_form_can_be_filled_in_and_sent_with_the_keyboard_alone()
    {
        var page = await Visit("/es/corrections/new", Screen.Desktop);
        await page.Locator("main .note a").Last.FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("#kind-NumberReachesSomeoneElse")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Contesta una panadería.");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#source")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#email")).ToBeFocusedAsync();
        Assert.NotEqual("none", await page.Locator("#email").EvaluateAsync<string>("element => getComputedStyle(element).outlineStyle"));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Su corrección");
        await Expect(page.Locator("#words")).ToHaveTextAsync("Contesta una panadería.");
    }

    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task A_refused_form_and_a_receipt_are_accessible_and_do_not_scroll_sideways(int width, ColorScheme colors)
    {
        var page = await Visit("/corrections/new?channel=ca-silicon-valley", new Screen(width, Colors: colors));
        await page.Locator("form.correction button").ClickAsync();
        await Expect(page.Locator("#problems a")).ToHaveCountAsync(2);
        await AssertAccessible(page);

        await page.Locator("#kind-SomethingElse").CheckAsync();
        await page.Locator("#text").FillAsync(new string('x', 400));
        await page.Locator("form.correction button").ClickAsync();
        await Expect(page.Locator("#receipt")).ToBeVisibleAsync();
        await AssertAccessible(page);
    }

    [Fact]
    public async Task Everything_to_tap_is_big_enough()
    {
        var page = await Visit("/corrections/new");
        await page.Locator("form.correction button").ClickAsync();
        await AssertBigEnough(page, "main a, main label.choice, main form button, main input:not([type=radio]):not([type=hidden]), main textarea");
        await page.GotoAsync("/us/ca/santa-clara-county");
        await AssertBigEnough(page, "main a.wrong");
    }

    private static async Task AssertBigEnough(IPage page, string targets)
    {
        var checkedOnes = 0;
        foreach (var target in await page.Locator(targets).AllAsync())
        {
            if (await target.BoundingBoxAsync() is not { } box)
                continue;
            Assert.True(box.Height >= 43.5, $"{await target.InnerTextAsync()}: {box.Height} px high");
            checkedOnes++;
        }
        Assert.True(checkedOnes > 5);
    }

    private static async Task AssertAccessible(IPage page)
    {
        Assert.Empty(await Axe.Violations(page));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0);
    }
}
