using WhereToReport.Testing;

namespace WhereToReport.Browser.Tests;

/// <summary>Draws the icons of the installed site from its small icon. They are kept as files (<c>wwwroot/icons</c>), so it runs only when asked: see docs/architecture.md.</summary>
public class AppIcons(Browser browser)
{
    private static readonly string s_root = Path.Combine(Repository.Root, "src", "WhereToReport.Web", "wwwroot");

    // A system may cut away all but the inner circle of four fifths.
    [Theory(Explicit = true)]
    [InlineData("192", 192, .84)]
    [InlineData("512", 512, .84)]
    [InlineData("maskable", 512, .66)]
    public async Task Draw(string name, int size, double share)
    {
        var page = await browser.Open(new(size, size));
        var icon = await File.ReadAllTextAsync(Path.Combine(s_root, "favicon.svg"));
        await page.SetContentAsync($$"""
            <!DOCTYPE html>
            <style>
              body { margin: 0; height: 100vh; display: grid; place-items: center; background: #f6f4ef; }
              svg { width: {{FormattableString.Invariant($"{share * 100}%")}}; }
            </style>
            {{icon}}
            """);
        await page.ScreenshotAsync(new() { Path = Path.Combine(s_root, "icons", name + ".png") });
    }
}
