using WhereToReport.Browser.Tests.Pages;

namespace WhereToReport.Browser.Tests;

public class AccessibilityTests(Browser browser) : VisitorTests(browser)
{
    public static readonly IReadOnlyList<string> Kinds =
    [
        "/", "/find", "/find?q=94043", "/find?q=springfield", "/find?q=sextortion", "/find?q=Albequerque", "/us", "/us/ca", "/us/al", "/us/pr",
        "/us/ca/santa-clara-county", "/us/tx/travis-county", "/us/ca/santa-clara-county/sextortion",
        "/channels/ncmec-cybertipline", "/channels/tx-houston", "/task-forces", "/schools", "/schools/ca", "/schools/ia", "/schools/ca/poster", "/us/ca/santa-clara-county/poster", "/us/tx/travis-county/poster", "/situations", "/situations/child-in-danger-now", "/situations/sextortion", "/learn", "/learn/sextortion", "/about", "/privacy", "/accessibility", "/data", "/data/embed", "/data/embed?q=harris+county+texas", "/es/data", "/nowhere",
        "/corrections", "/corrections?receipt=nonsense", "/corrections/new", "/corrections/new?channel=ca-silicon-valley", "/corrections/K7QM-2FXD-9R",
        "/world", "/world?sort=name", "/world/gb", "/world/ca/sextortion", "/world/td", "/find?q=Lebanon", "/find?q=Georgia", "/find?q=09096", "/find?q=1012+AB", "/embed/world/fi", "/es/world", "/es/world/mx/trafficking",
        "/es", "/es/find?q=94043", "/es/us/ca", "/es/situations/sextortion", "/es/schools", "/es/schools/tx", "/es/schools/tx/poster", "/es/learn/sextortion", "/es/about", "/es/corrections", "/es/corrections/new?channel=ca-silicon-valley", "/data", "/es/data",
        "/offline", "/es/offline",
    ];

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Axe_finds_nothing_on_any_kind_of_page(int width)
    {
        var violations = new List<string>();
        var page = await Open(new Screen(width));
        foreach (var path in Kinds)
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync("for (const details of document.querySelectorAll('details')) details.open = true");
            violations.AddRange(await Axe.Violations(page));
        }
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }
}
