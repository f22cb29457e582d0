using Microsoft.Playwright;

namespace WhereToReport.Browser.Tests.Pages;

/// <summary>A page of the site as a visitor uses it.</summary>
public sealed class SitePage(IPage page)
{
    public IPage Page => page;

    public ILocator Heading => page.Locator("h1");

    public ILocator Choices => page.Locator("main .choices a");

    public ILocator Channel(string id) => page.Locator($"main [data-channel='{id}']").First;

    public async Task SearchFor(string place, string? situation = null)
    {
        await page.Locator("#q").FillAsync(place);
        await page.Locator("#q").BlurAsync(); // what was suggested goes away, and uncovers what stands below
        if (situation is not null)
            await page.Locator("#situation").SelectOptionAsync(situation);
        await page.Locator("form[role=search] button:not([type])").ClickAsync();
    }
}
