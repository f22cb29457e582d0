using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace WhereToReport.Browser.Tests.Pages;

/// <summary>What axe, the checker of accessibility, finds on a page.</summary>
internal static class Axe
{
    // Nothing else that axe looks at depends on the colors, and looking at everything twice takes twice as long.
    private static readonly AxeRunOptions s_colorsOnly = new() { RunOnly = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };

    /// <summary>Looks at the page as it is, and at its colors once more in the scheme that it is not in.</summary>
    /// <returns>A line for each violation, with where it is.</returns>
    public static async Task<IReadOnlyList<string>> Violations(IPage page)
    {
        var asItIs = await page.RunAxe();
        var isDark = await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches");
        await page.EmulateMediaAsync(new() { ColorScheme = isDark ? ColorScheme.Light : ColorScheme.Dark });
        var otherwise = await page.RunAxe(s_colorsOnly);
        await page.EmulateMediaAsync(new() { ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light });
        return [.. Lines(asItIs, page, isDark), .. Lines(otherwise, page, !isDark)];
    }

    private static IEnumerable<string> Lines(AxeResult result, IPage page, bool isDark) => result.Violations.Select(violation =>
        $"{new Uri(page.Url).PathAndQuery} ({(isDark ? "dark" : "light")}): {violation.Impact} {violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}");
}
