using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WhereToReport.Testing;

namespace WhereToReport.Browser.Tests;

public partial class PrintTests(Browser browser) : VisitorTests(browser)
{
    private static IEnumerable<string> StaffRoomPosters =>
        RealDirectory.Facts.Duties.Select(duty => $"/schools/{duty.State.ToLowerInvariant()}/poster");

    // The county with the longest name stands for its state.
    private static IEnumerable<string> CountyPosters =>
        RealDirectory.Facts.Gazetteer.Counties.GroupBy(county => county.State)
            .Select(state => state.MaxBy(county => county.Name.Length)!.Path + "/poster");

    [Theory]
    [InlineData("")]
    [InlineData("/es")]
    public async Task The_longest_posters_fit_one_sheet_of_Letter_and_of_A4(string language)
    {
        var page = await Open(Screen.Desktop);
        foreach (var poster in (await Longest(page, StaffRoomPosters)).Concat(await Longest(page, CountyPosters)))
        {
            await page.GotoAsync(language + poster);
            foreach (var paper in new[] { "Letter", "A4" })
                Assert.True(await Sheets(page, paper) == 1, $"{language}{poster} on {paper}");
        }
    }

    [Theory]
    [InlineData("/us/ca/santa-clara-county")]
    [InlineData("/situations/sextortion")]
    [InlineData("/schools/tx")]
    [InlineData("/learn/sextortion")]
    public async Task Paper_has_the_numbers_but_nothing_to_click_through(string path)
    {
        var page = await Visit(path, Screen.Desktop);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var number in await page.Locator("main .call").AllAsync())
            Assert.True(await number.IsVisibleAsync());
        Assert.True(await page.Locator(".at-hand a[href='tel:+18008435678']").IsVisibleAsync());
        foreach (var part in new[] { ".menu", "#quick-exit", ".crumbs", ".search", ".foot ul", "summary", "svg[role=group]" })
            Assert.Equal(0, await page.Locator($"{part}:visible").CountAsync());
    }

    [Fact]
    public async Task Paper_spells_out_where_a_button_leads()
    {
        var page = await Visit("/us/ca/santa-clara-county", Screen.Desktop);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var after = await page.Locator("[data-channel='ncmec-cybertipline'] .do").First
            .EvaluateAsync<string>("button => getComputedStyle(button, '::after').content");
        Assert.Contains("https://report.cybertip.org", after);
    }

    // The most text makes the tallest sheet; the QR code is the same size on every one.
    private static async Task<IEnumerable<string>> Longest(IPage page, IEnumerable<string> posters)
    {
        var lengths = new List<(string Poster, int Length)>();
        foreach (var poster in posters)
            lengths.Add((poster, (await (await page.APIRequest.GetAsync(poster)).TextAsync()).Split("<footer>")[0].Length));
        return lengths.OrderByDescending(one => one.Length).Take(5).Select(one => one.Poster);
    }

    private static async Task<int> Sheets(IPage page, string paper) =>
        SheetObject().Count(Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = paper })));

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex SheetObject();
}
