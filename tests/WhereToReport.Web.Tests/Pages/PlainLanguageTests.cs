using System.Text.RegularExpressions;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Pages;

public partial class PlainLanguageTests
{
    private const double HighestGrade = 7;
    private const int WordsOfASentence = 4;

    public static TheoryData<string> PageKinds => [.. SiteSentences.ByPageKind.Select(kind => kind.Key).Where(kind => Sentences(kind).Any())];

    [Theory]
    [MemberData(nameof(PageKinds))]
    public void What_the_site_says_on_a_page_is_plain(string kind)
    {
        var grade = Readability.Grade(string.Join('\n', Sentences(kind)));
        Assert.True(grade <= HighestGrade, $"{kind}: grade {grade:0.0}");
    }

    [Fact]
    public void Every_kind_of_page_that_people_read_is_among_them() =>
        Assert.Superset(new HashSet<string> { "Index", "Find", "Us", "Situations", "Schools", "Shared", "About", "Privacy", "Accessibility", "Error", "Channel", "TaskForces" }, PageKinds.Select(row => row.Data).ToHashSet());

    // Labels of a word or three would make any page look easy.
    private static IEnumerable<string> Sentences(string kind) => SiteSentences.ByPageKind[kind].Distinct()
        .Select(text => Placeholder().Replace(text, "this"))
        .Where(text => text.Split(' ').Length >= WordsOfASentence);

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Placeholder();
}
