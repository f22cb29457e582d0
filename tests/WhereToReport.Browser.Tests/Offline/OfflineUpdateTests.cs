using Microsoft.Playwright;
using WhereToReport.Postgres.Import;
using WhereToReport.Testing;
using static Microsoft.Playwright.Assertions;

namespace WhereToReport.Browser.Tests.Offline;

public class OfflineUpdateTests(Browser browser) : VisitorTests(browser)
{
    private const string County = "/us/ca/santa-clara-county";
    private const string NewForm = "https://example.org/new-form";
    private const string Plan = "/situations/sextortion";

    [Fact]
    public async Task An_update_that_fails_leaves_the_old_pages_and_the_next_one_brings_the_new()
    {
        await using var database = await TestDatabase.Filled();
        await using var site = await SiteProcess.Start(database.AsSite);
        await using var line = await Line.To(site);
        var page = await Open(Screen.Phone, line.Address);
        await page.GotoAsync(County);
        await page.SaveCounty();

        await Change(database, site);
        line.Loses = path => path is Plan or County + "/poster";
        await page.VisitUntil(() => Task.FromResult(line.Lost.Contains(Plan)));
        await AssertOffline(page, line, isNew: false);

        line.Loses = _ => false;
        await page.VisitUntil(async () => await IsNew(page, "/us") && await IsNew(page, County));
        await AssertOffline(page, line, isNew: true);
        Assert.Single(await page.Stores(), name => name.StartsWith("set-", StringComparison.Ordinal));
    }

    private static async Task Change(TestDatabase database, SiteProcess site)
    {
        var tips = RealDirectory.Facts.Channels.Single(channel => channel.Id == "fbi-tips") with { Website = NewForm };
        var facts = RealDirectory.Facts with { Channels = [.. RealDirectory.Facts.Channels.Select(channel => channel.Id == tips.Id ? tips : channel)] };
        await using (var context = database.Open())
            await new DirectoryImport(context, TimeProvider.System).Run(facts);
        await Eventually.Happens(async () => (await site.Http.GetStringAsync("/us")).Contains(NewForm));
    }

    private static async Task<bool> IsNew(IPage page, string path) =>
        await page.EvaluateAsync<bool>("async ([path, text]) => (await (await caches.match(path))?.text())?.includes(text) ?? false", new[] { path, NewForm });

    private static async Task AssertOffline(IPage page, Line line, bool isNew)
    {
        line.IsCut = true;
        foreach (var path in new[] { "/us", County })
        {
            await page.GotoAsync(path);
            await Expect(page.Locator("#kept-copy")).ToBeVisibleAsync();
            await Expect(page.Locator($"main a[href='{NewForm}']")).ToHaveCountAsync(isNew ? 1 : 0);
        }
        foreach (var path in new[] { Plan, County + "/poster", County + "/sextortion" })
        {
            await page.GotoAsync(path);
            await Expect(page.Locator("#kept-copy")).ToBeVisibleAsync();
        }
        line.IsCut = false;
    }
}
