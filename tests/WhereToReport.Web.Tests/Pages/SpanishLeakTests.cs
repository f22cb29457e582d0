using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using WhereToReport.Domain;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Pages;

/// <summary>
/// No English on Spanish pages: no sentence of the interface, no text of the directory that has its Spanish, and no other
/// English sentence. Names (of agencies, laws, places, products) stay as they are; English that has no Spanish is marked as English.
/// </summary>
public partial class SpanishLeakTests(FilledSite filled)
{
    private const int LongEnoughToBeNoName = 25;

    public static TheoryData<string> Kinds => new(
    [
        "/", "/find", "/find?q=94043", "/find?q=springfield", "/find?q=sextortion", "/find?q=Albequerque", "/find?q=qqzzqqzz", "/find?q=09012", "/find?q=94043&situation=sextortion",
        "/us", "/us/ca", "/us/tx", "/us/pr", "/us?situation=trafficking", "/us/tx/el-paso-county", "/us/ca/santa-clara-county/poster", "/schools/ca/poster",
        "/world", "/world?sort=name", "/world/gb", "/world/nz", "/world/td", "/world/fi/sextortion", "/find?q=Georgia", "/find?q=Lebanon", "/find?q=1012+AB", "/find?q=2000", "/find?q=09096&situation=sextortion", "/data/embed?q=Canada",
        "/situations", "/schools", "/schools?sort=written", "/task-forces", "/task-forces?state=PR", "/learn", "/about", "/privacy", "/accessibility", "/nowhere",
        .. RealDirectory.Facts.LearnPages.Select(page => "/learn/" + page.Slug).Distinct(),
        .. RealDirectory.Facts.Situations.SelectMany(situation => new[] { situation.Path, $"/us/ca/santa-clara-county/{situation.Id}" }),
    ]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_Spanish_page_says_nothing_in_English(string path) => Assert.Equal("", string.Join('\n', await Leaks(path)));

    [Fact]
    public async Task No_page_of_a_channel_a_state_or_a_school_does()
    {
        var paths = RealDirectory.Snapshot.Channels.Select(channel => "/channels/" + channel.Id)
            .Concat(RealDirectory.Facts.Gazetteer.States.SelectMany(state => new[] { state.Path, "/schools/" + state.Code.ToLowerInvariant() }));
        var leaks = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(paths, async (path, _) =>
        {
            foreach (var leak in await Leaks(path))
                leaks.Add(leak);
        });
        Assert.Equal("", string.Join('\n', leaks.Order()));
    }

    [Theory]
    [InlineData("Show me where to report", true)]
    [InlineData("Where to report in Travis County, Texas", true)]
    [InlineData("Do not delete the messages, the app or the account.", true)]
    [InlineData("A sentence that nobody has translated and that is only here", true)]
    [InlineData("National Center for Missing & Exploited Children (NCMEC)", false)]
    [InlineData("No borre los mensajes, la aplicación ni la cuenta.", false)]
    [InlineData("Travis County, Texas", false)]
    public void A_leak_is_told_from_a_name(string text, bool leaks) => Assert.Equal(leaks, IsEnglish(text));

    private async Task<string[]> Leaks(string path)
    {
        using var response = await (await filled.Site()).Http.GetAsync("/es" + (path == "/" ? "" : path));
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStreamAsync());
        Assert.Equal("es", page.DocumentElement.GetAttribute("lang"));
        return [.. Visible(page).Where(IsEnglish).Distinct().Select(text => $"/es{path}: {text}")];
    }

    /// <summary>What is read on the page or aloud, one piece of text at a time, but for what is marked as being in another language.</summary>
    private static IEnumerable<string> Visible(IDocument page)
    {
        foreach (var node in page.DocumentElement.Descendants())
        {
            var around = node as IElement ?? node.ParentElement;
            if (around is null || around.Closest("[lang]")?.GetAttribute("lang") != "es" || around.LocalName is "script" or "style")
                continue;
            if (node is IText text)
                yield return OneLine(text.Data);
            foreach (var attribute in new[] { "aria-label", "title", "alt", "placeholder", "data-label", "data-hint", "content" })
            {
                if (node is IElement element && element.GetAttribute(attribute) is { } spoken)
                    yield return OneLine(spoken);
            }
        }
    }

    private static bool IsEnglish(string text) =>
        s_translated.Contains(text) || s_patterns.Any(pattern => pattern.IsMatch(text)) || text.Length >= LongEnoughToBeNoName && !text.StartsWith("http", StringComparison.Ordinal) && OnlyEnglish().Count(text) >= 2;

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static readonly XElement[] s_interface =
        [.. XDocument.Load(Path.Combine(Repository.Root, "src", "WhereToReport.Web", "Resources", "SiteText.es.resx")).Descendants("data")
            .Where(data => data.Attribute("name")!.Value != data.Element("value")!.Value)];

    // Whole texts, of the interface and of the directory, that have a Spanish form of their own.
    private static readonly HashSet<string> s_translated =
        [.. s_interface.Select(data => data.Attribute("name")!.Value), .. Bilinguals(RealDirectory.Facts).Where(text => text.Es is not null && text.Es != text.En).Select(text => text.En)];

    // Texts of the interface with something to fill in.
    private static readonly Regex[] s_patterns =
        [.. s_interface.Select(data => data.Attribute("name")!.Value).Where(key => key.Contains("{0}") && Letters().Count(key.Replace("{0}", "")) >= 8)
            .Select(key => new Regex($"^{Placeholder().Replace(Regex.Escape(key), ".+")}$"))];

    private static IEnumerable<Bilingual> Bilinguals(object? record) => record switch
    {
        null or string => [],
        Bilingual text => [text],
        System.Collections.IEnumerable many => many.Cast<object?>().SelectMany(Bilinguals),
        _ when record.GetType().Namespace?.StartsWith("WhereToReport", StringComparison.Ordinal) == true && !record.GetType().IsEnum =>
            record.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0).SelectMany(property => Bilinguals(property.GetValue(record))),
        _ => [],
    };

    // Words that make a sentence and stand in no name and in no Spanish sentence.
    [GeneratedRegex(@"\b(the|you|your|it|is|are|was|this|that|these|they|their|if|when|or|with|from|has|have|be|not|how|which|who|what|only|here|there)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyEnglish();

    [GeneratedRegex(@"\\\{[0-9]}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("[A-Za-z]")]
    private static partial Regex Letters();
}
