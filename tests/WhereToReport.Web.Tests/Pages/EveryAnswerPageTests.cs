using System.Text.RegularExpressions;
using AngleSharp.Dom;
using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Pages;

/// <summary>The pages of every situation, in both languages, for counties spread evenly over the country.</summary>
public partial class EveryAnswerPageTests(FilledSite filled)
{
    private const int Counties = 12;

    public static TheoryData<string, string> Situations =>
        [.. RealDirectory.Facts.Situations.SelectMany(situation => new[] { "", "/es" }.Select(prefix => (prefix, situation.Id)))];

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task A_page_shows_the_contacts_of_the_answer_in_its_order_and_every_address_on_it_is_well_formed(string prefix, string situation)
    {
        foreach (var county in Spread())
        {
            var path = $"{prefix}{county.Path}/{situation}";
            var page = await filled.Page(path);
            Assert.Equal(InTheOrderOfAPage(RealDirectory.Snapshot.Finder.Find(county, RealDirectory.Snapshot.Situation(situation))), page.Channels());
            foreach (var link in page.QuerySelectorAll("a[href]"))
                Assert.True(IsWellFormed(link, page, prefix), $"{path}: {link.OuterHtml}");
        }
    }

    private static IEnumerable<County> Spread()
    {
        var counties = RealDirectory.Facts.Gazetteer.Counties.OrderBy(county => county.Fips).ToArray();
        return Enumerable.Range(0, Counties).Select(place => counties[place * (counties.Length - 1) / (Counties - 1)]);
    }

    // The plan comes first; of what is always shown after it, task forces that only may be the right ones stand last.
    private static IEnumerable<string> InTheOrderOfAPage(Answer answer)
    {
        var planned = answer.Steps.Select(step => step.Channel?.Id).ToHashSet();
        return answer.Channels
            .OrderBy(answered => planned.Contains(answered.Channel.Id) ? 0 : answered is { Channel.Kind: ChannelKind.TaskForce, Basis: CoverageBasis.Possible } ? 2 : 1)
            .Select(answered => answered.Channel.Id);
    }

    private static bool IsWellFormed(IElement link, IDocument page, string prefix) => link.GetAttribute("href") switch
    {
        ['#', .. var id] => page.GetElementById(id) is not null,
        ['/', ..] path => Own().IsMatch(path) && (link.Id == "other-language" || prefix.Length == 0 || path == "/es" || path.StartsWith("/es/", StringComparison.Ordinal)),
        ['t', 'e', 'l', ':', ..] number => Dial().IsMatch(number),
        ['s', 'm', 's', ':', ..] text => Write().IsMatch(text),
        { } address => Uri.TryCreate(address, UriKind.Absolute, out var site) && site is { Scheme: "https" or "http" } && site.Host.Contains('.'),
        null => false,
    };

    [GeneratedRegex("^/[A-Za-z0-9/._~%-]*([?][A-Za-z0-9=&._~%-]+)?(#[a-z0-9-]+)?$")]
    private static partial Regex Own();

    // RFC 3966
    [GeneratedRegex(@"^tel:(\+[1-9][0-9]{7,14}|[0-9]{3,8})(;ext=[0-9]+)?$")]
    private static partial Regex Dial();

    // RFC 5724
    [GeneratedRegex(@"^sms:(\+[1-9][0-9]{7,14}|[0-9]{3,8})(\?body=[A-Za-z0-9%._~-]+)?$")]
    private static partial Regex Write();
}
