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
        var used = Directory.EnumerateFiles(s_web, "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/") && !file.Contains("/bin/"))
            .SelectMany(file => Key().Matches(File.ReadAllText(file)))
            .Select(match => Regex.Unescape(match.Groups["key"].Value))
            .ToHashSet();

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

    // T["…"] on pages, text["…"] in code
    [GeneratedRegex("""\b(?:T|text)\["(?<key>(?:[^"\\]|\\.)+)"[,\]]""")]
    private static partial Regex Key();

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Placeholder();
}
