using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WhereToReport.Browser.Tests.Pages;
using WhereToReport.Testing;
using static Microsoft.Playwright.Assertions;

namespace WhereToReport.Browser.Tests.Offline;

/// <summary>The next build comes into service at the same address and on the same revision, while visitors have the old one in their browsers.</summary>
public partial class OfflineDeploymentTests(Browser browser, TwoBuilds builds) : VisitorTests(browser), IClassFixture<TwoBuilds>
{
    private const string County = "/us/ca/santa-clara-county";
    private const string Worker = "/service-worker.js";

    [Fact]
    public async Task The_builds_differ_in_their_names_and_in_the_versions_of_their_files_but_not_in_their_revision()
    {
        var (old, next) = ((await Edition(builds.Old)).Split('-'), (await Edition(builds.Next)).Split('-'));
        Assert.NotEqual(old[0], next[0]);
        Assert.Equal(old[1], next[1]);
        Assert.NotEqual(await Styles(builds.Old), await Styles(builds.Next));
    }

    [Fact]
    public async Task The_next_build_takes_the_place_of_the_old_one_and_what_was_seen_before_still_opens()
    {
        await using var line = await Line.To(builds.Old);
        var page = await Open(Screen.Phone, line.Address);
        await page.GotoAndKeep(County);
        await AssertOffline(page, line, builds.Old);
        await AssertTakesOver(page, line);
    }

    [Fact]
    public async Task What_was_seen_of_the_old_build_comes_within_seconds_where_the_signal_is_weak()
    {
        await using var line = await Line.To(builds.Old);
        var page = await Open(Screen.Phone, line.Address);
        await page.GotoAndKeep(County);
        line.Node = builds.Next;
        await UntilTakenOver(page);

        await ForgetFiles(page);
        line.Delay = TimeSpan.FromMinutes(1);
        await page.GotoAsync(County, new() { Timeout = 30_000, WaitUntil = WaitUntilState.DOMContentLoaded });
        await Expect(page.Locator("#kept-copy")).ToBeVisibleAsync();
        await AssertStyles(page, builds.Next);
        line.Delay = default;
    }

    private async Task AssertTakesOver(IPage page, Line line)
    {
        line.Node = builds.Next;
        await UntilTakenOver(page);
        await AssertOffline(page, line, builds.Next);
        await AssertSeenOfTheOldBuild(page, line);
    }

    private async Task UntilTakenOver(IPage page)
    {
        var next = await SetOf(builds.Next);
        await page.VisitUntil(async () => await Sets(page) is [var set] && set == next);
    }

    private async Task AssertOffline(IPage page, Line line, SiteProcess site)
    {
        line.IsCut = true;
        foreach (var path in new[] { "/", "/us", "/situations/sextortion" })
        {
            await page.GotoAsync(path);
            await Expect(page.Locator("#kept-copy")).ToBeVisibleAsync();
            await Expect(page.Locator($"link[href='{await Styles(site)}']")).ToHaveCountAsync(1);
            await AssertStyles(page, site);
        }
        await page.EvaluateAsync("import('/offline.js')");
        await Expect(page.Locator("html[data-build=next]")).ToHaveCountAsync(site == builds.Next ? 1 : 0);
        line.IsCut = false;
    }

    private async Task AssertSeenOfTheOldBuild(IPage page, Line line)
    {
        await ForgetFiles(page);
        line.IsCut = true;
        await page.GotoAsync(County);
        await Expect(page.Locator("#kept-copy")).ToContainTextAsync(DateTime.Now.Year.ToString());
        await Expect(new SitePage(page).Channel("ca-silicon-valley")).ToBeVisibleAsync();
        await Expect(page.Locator($"link[href='{await Styles(builds.Old)}']")).ToHaveCountAsync(1);
        await AssertStyles(page, builds.Next);
        line.IsCut = false;
    }

    private async Task AssertStyles(IPage page, SiteProcess site)
    {
        var looks = await page.EvaluateAsync<string[]>("[getComputedStyle(document.body).display, getComputedStyle(document.documentElement).getPropertyValue('--build')]");
        Assert.Equal(["flex", site == builds.Next ? "next" : ""], looks);
    }

    // The browser's own store could still hold the files of the old build; it may throw them away at any time.
    private static async Task ForgetFiles(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("Network.clearBrowserCache");
        await browser.DetachAsync();
    }

    private static Task<string[]> Sets(IPage page) => page.EvaluateAsync<string[]>("caches.keys().then(names => names.filter(name => name.startsWith('set-')))");

    private static async Task<string> SetOf(SiteProcess site) => "set-en-" + await Edition(site);

    private static async Task<string> Edition(SiteProcess site) => NameOfEdition().Match(await site.Http.GetStringAsync(Worker)).Groups[1].Value;

    private static async Task<string> Styles(SiteProcess site) => NameOfStyles().Match(await site.Http.GetStringAsync(County)).Value;

    [GeneratedRegex("\"edition\":\"([^\"]+)\"")]
    private static partial Regex NameOfEdition();

    [GeneratedRegex(@"/site\.\w{10}\.css")]
    private static partial Regex NameOfStyles();
}
