using System.Text.RegularExpressions;
using System.Xml.Linq;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Pages;

public partial class SpanishTests
{
    private static readonly string s_web = Path.Combine(Repository.Root, "src", "WhereToReport.Web");

    [Fact]
    public void Every_text_of_the_pages_has_its_Spanish()
    {
        var spanish = XDocument.Load(Path.Combine(s_web, "Resources", "SiteText.es.resx"))
            .Descendants("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);
        var used = SiteSentences.ByPageKind.SelectMany(sentences => sentences).ToHashSet();

        Assert.True(used.Count > 150);
        Assert.Equal([], used.Except(spanish.Keys));
        Assert.All(spanish, entry => Assert.False(string.IsNullOrWhiteSpace(entry.Value), entry.Key));
    }

    [Fact]
    public void Spanish_keeps_every_place_holder()
    {
        foreach (var data in XDocument.Load(Path.Combine(s_web, "Resources", "SiteText.es.resx")).Descendants("data"))
        {
            Assert.Equal(
                Placeholder().Matches(data.Attribute("name")!.Value).Select(match => match.Value).Distinct().Order(),
                Placeholder().Matches(data.Element("value")!.Value).Select(match => match.Value).Distinct().Order());
        }
    }

    // "Denunciar a" somebody accuses them: one reports "en" or "ante" those who take reports.
    [Fact]
    public void No_Spanish_text_accuses_those_who_take_reports()
    {
        var texts = Directory.EnumerateFiles(Path.Combine(Repository.Root, "data"), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".json" or ".md").Append(Path.Combine(s_web, "Resources", "SiteText.es.resx"));
        Assert.Empty(texts.SelectMany(file => Accusation().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}")));
        Assert.Matches(Accusation(), "Denuncie a CyberTipline");
    }

    [GeneratedRegex(@"\bdenunci(e|en|ar\w*) al? (la |el )?(CyberTipline|NCMEC|National|FBI|Know2Protect|911|policía|línea)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Accusation();

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Placeholder();
}
