using Microsoft.Playwright;
using WhereToReport.Browser.Tests.Pages;

namespace WhereToReport.Browser.Tests;

public class ApiReferenceTests(Browser browser) : VisitorTests(browser)
{
    private const string Path = "/data/api";

    [Fact]
    public async Task The_reference_shows_every_operation_and_asks_nobody_else()
    {
        var page = await Open(Screen.Desktop);
        var (errors, asked) = (new List<string>(), new HashSet<string>());
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                errors.Add(message.Text);
        };
        page.PageError += (_, error) => errors.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal))
                asked.Add(new Uri(request.Url).Authority);
        };
        await page.GotoAsync(Path);
        await ReadToTheEnd(page);

        foreach (var summary in new[] { "Whom to contact here", "Places while typing", "What changed, as an Atom feed" })
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = summary, Exact = true })).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("h1")).ToHaveCountAsync(1);
        Assert.Empty(errors);
        Assert.Equal([new Uri(page.Url).Authority], asked);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Axe_finds_nothing_serious_in_it(int width)
    {
        var page = await Open(new Screen(width));
        await page.GotoAsync(Path);
        await ReadToTheEnd(page);
        Assert.DoesNotContain(await Axe.Violations(page), violation => violation.Contains(": serious ", StringComparison.Ordinal) || violation.Contains(": critical ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Without_scripts_all_of_it_is_there_to_read(int width)
    {
        var page = await Open(new Screen(width, Script: false));
        await page.GotoAsync(Path);
        Assert.Equal("Where to Report: API", await page.Locator("h1").InnerTextAsync());
        foreach (var address in new[] { "answer", "places", "states/{code}", "channels", "channels/{id}", "task-forces", "situations", "duties/{state}", "changes" })
            await Assertions.Expect(page.GetByText($"GET /api/v1/{address}", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("GET /changes.atom", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Axe_finds_nothing_in_what_stands_there_without_scripts(int width)
    {
        // Axe is a script itself, so only those of the page are kept away.
        var page = await Open(new Screen(width));
        await page.RouteAsync("**/*.js*", route => route.AbortAsync());
        await page.GotoAsync(Path);
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
        Assert.Empty(await Axe.Violations(page));
    }

    [Fact]
    public async Task The_page_of_data_leads_to_it_in_both_languages()
    {
        foreach (var prefix in new[] { "", "/es" })
        {
            var page = await Visit(prefix + "/data");
            await page.Locator($"a[href='{prefix}{Path}']").ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Whom to contact here", Exact = true })).ToBeVisibleAsync();
            await page.Locator($"a[href='{prefix}/data']").ClickAsync();
            await Assertions.Expect(page).ToHaveURLAsync(prefix + "/data");
        }
    }

    // Scalar draws a part of the document when it comes into view.
    private static async Task ReadToTheEnd(IPage page)
    {
        await page.GetByRole(AriaRole.Heading, new() { Name = "Whom to contact here", Exact = true }).WaitForAsync();
        for (var (still, last) = (0, -1); still < 5; await page.WaitForTimeoutAsync(100))
        {
            var now = await page.EvaluateAsync<int>("(scrollBy(0, innerHeight), Math.round(scrollY))");
            still = now == last ? still + 1 : 0;
            last = now;
        }
    }
}
