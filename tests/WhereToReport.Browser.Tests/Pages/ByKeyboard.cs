using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WhereToReport.Browser.Tests.Pages;

/// <summary>A visitor without a mouse: goes from one thing to the next with the Tab key, and what they activate is counted.</summary>
public sealed class ByKeyboard(IPage page)
{
    private const int MostTabs = 60;

    /// <summary>How many links and buttons were activated so far: the taps of a person with a phone.</summary>
    public int Activations { get; private set; }

    public ILocator Heading => page.Locator("h1");

    /// <summary>The channels and roles of the plan, by id, in the order of the page.</summary>
    public async Task<string[]> Plan() => await page.EvaluateAsync<string[]>(
        "[...document.querySelectorAll('section:has(> :is(#right-now, #in-order)) :is([data-channel], [data-role])')].map(card => card.dataset.channel ?? card.dataset.role)");

    public async Task TypePlace(string place)
    {
        await GoTo("#q");
        await page.Keyboard.TypeAsync(place);
    }

    public async Task ChooseSituation(string id)
    {
        await GoTo("#situation");
        var options = await page.Locator("#situation option").CountAsync();
        for (var i = 0; i < options && await Chosen() != id; i++)
            await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(id, await Chosen());
    }

    public Task Ask() => Activate("form[role=search] button:not([type])");

    /// <summary>Where more than one place is meant.</summary>
    public Task ChoosePlace(string id) => Activate($"main .choices [data-place='{id}']");

    /// <summary>Goes to the first phone number of the contacts: the number it dials, and the card it stands on.</summary>
    public async Task<(string Number, string Card)> GoToFirstNumber()
    {
        await GoTo("main article a[href^='tel:']");
        return (await Focused("href"), await page.EvaluateAsync<string>("document.activeElement.closest('article').dataset.channel"));
    }

    private async Task Activate(string selector)
    {
        await GoTo(selector);
        Activations++;
        var left = page.Url;
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).Not.ToHaveURLAsync(left);
        await Expect(page.Locator("footer.foot")).ToBeVisibleAsync(); // the end of the page is there
    }

    // Anything that fits the selector will do: the first one that the Tab key comes to.
    private async Task GoTo(string selector)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }
        Assert.Fail($"{MostTabs} presses of Tab do not lead to {selector} on {page.Url}.");
    }

    private async Task<string> Focused(string attribute) =>
        await page.EvaluateAsync<string>("name => document.activeElement.getAttribute(name)", attribute);

    private Task<string> Chosen() => page.Locator("#situation").InputValueAsync();
}
