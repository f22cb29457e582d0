using System.Text.Json;
using Microsoft.Playwright;
using WhereToReport.Domain;
using WhereToReport.Domain.Places;
using WhereToReport.Testing;

namespace WhereToReport.Browser.Tests;

/// <summary>Draws the pictures that other sites show beside a link. They are kept as files (<c>wwwroot/pictures</c>), so it runs only when asked, and <c>pngquant</c> makes them small: see docs/architecture.md.</summary>
public class PreviewPictures(Browser browser)
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "src", "WhereToReport.Web", "wwwroot", "pictures");

    [Fact(Explicit = true)]
    public async Task Draw()
    {
        using var drawing = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Data, "shapes", "county-paths.json")));
        var outlines = drawing.RootElement.GetProperty("paths").EnumerateObject()
            .GroupBy(path => path.Name[..2], path => path.Value.GetString())
            .ToDictionary(state => state.Key, state => string.Concat(state));
        var page = await browser.Open(new(1200, 630));
        foreach (var language in Enum.GetValues<Language>())
        {
            Directory.CreateDirectory(Path.Combine(s_folder, language.Code()));
            await Shoot(page, language, "site", null, string.Concat(outlines.Values));
            foreach (var state in RealDirectory.Snapshot.Places.States)
                await Shoot(page, language, state.Code.ToLowerInvariant(), state, outlines.GetValueOrDefault(state.Fips));
        }
    }

    private static async Task Shoot(IPage page, Language language, string name, State? state, string? outline)
    {
        await page.SetContentAsync(Html(language, state, outline));
        await page.EvaluateAsync("const svg = document.querySelector('svg.map'); if (svg) { const b = svg.getBBox(); svg.setAttribute('viewBox', `${b.x} ${b.y} ${b.width} ${b.height}`); }");
        await page.ScreenshotAsync(new() { Path = Path.Combine(s_folder, language.Code(), name + ".png") });
    }

    private static string Html(Language language, State? state, string? outline)
    {
        var spanish = language == Language.Spanish;
        var (product, lead, what) = spanish
            ? ("Dónde denunciar", "Dónde denunciar un delito contra un niño", "Teléfonos y formularios oficiales para su lugar")
            : ("Where to Report", "Where to report a crime against a child", "Official phone numbers and forms for your place");
        return $$"""
            <!DOCTYPE html><meta charset="utf-8">
            <style>
              body { margin: 0; width: 1200px; height: 630px; display: grid; grid-template: 1fr auto / 1fr 27rem; gap: 0 3rem; padding: 4rem; box-sizing: border-box; background: #f6f5f0; color: #14262c; font-family: "DejaVu Sans", sans-serif; }
              h1 { font: bold 4.6rem/1.12 "DejaVu Serif", serif; margin: 0 0 1.2rem; }
              h1.long { font-size: 3.7rem; }
              p { font-size: 1.75rem; line-height: 1.4; margin: 0; }
              .lead { color: #0b5f76; font-weight: bold; margin-bottom: 1rem; }
              .text, svg.map { align-self: center; }
              svg.map { width: 27rem; height: 22rem; overflow: visible; padding: 2px; }
              svg.map path { fill: #0b5f76; stroke: #0b5f76; stroke-width: .4; }
              footer { grid-column: 1 / -1; display: flex; align-items: center; gap: 1rem; font-size: 1.6rem; font-weight: bold; border-top: 4px solid #0b5f76; padding-top: 1.6rem; }
            </style>
            <div class="text">
              {{(state is null ? "" : $"<p class=lead>{lead}</p>")}}
              <h1 class="{{((state?.Name ?? lead).Length > 18 ? "long" : "")}}">{{state?.Name ?? lead}}</h1>
              <p>{{what}}</p>
            </div>
            {{(outline is null ? "<span></span>" : $"<svg class=map><path d=\"{outline}\" /></svg>")}}
            <footer><svg width="52" height="52" viewBox="0 0 24 24"><path fill="#0b5f76" d="M12 1a8.6 8.6 0 0 0-8.6 8.6C3.4 15.6 12 23 12 23s8.6-7.4 8.6-13.4A8.6 8.6 0 0 0 12 1z" /><path fill="#fff" d="M11 5h2v6h-2zM11 12.5h2v2h-2z" /></svg>{{product}}</footer>
            """;
    }
}
