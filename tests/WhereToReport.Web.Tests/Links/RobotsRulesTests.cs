using System.Text.RegularExpressions;
using CsCheck;
using WhereToReport.Web.Links;

namespace WhereToReport.Web.Tests.Links;

public class RobotsRulesTests
{
    [Theory]
    [InlineData("", "/", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("\uFEFFuser-AGENT : *\r\n DISALLOW : /a # comment", "/ab", false)]
    [InlineData("User-agent: *\rDisallow: /a", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /a", "/b", true)]
    [InlineData("User-agent: *\nDisallow: /A", "/a", true)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("Disallow: /\nUser-agent: *\nDisallow: /b", "/a", true)]
    [InlineData("<html>Not found: sorry</html>", "/a", true)]
    public void Rules_are_read_as_the_standard_writes_them(string text, string path, bool allowed) => AssertAllowed(allowed, text, path);

    [Theory]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: checker\nDisallow: /private", "/a", true)]
    [InlineData("User-agent: *\nAllow: /\nUser-agent: CHECKER/2.0\nDisallow: /", "/a", false)]
    [InlineData("User-agent: checker\nUser-agent: other\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: checkers\nDisallow: /", "/a", true)]
    [InlineData("User-agent: checker\nDisallow: /a\n\nUser-agent: other\nDisallow: /\n\nUser-agent: checker\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: checker\nDisallow: /a\n\nUser-agent: other\nDisallow: /\n\nUser-agent: checker\nDisallow: /b", "/c", true)]
    [InlineData("User-agent: checker\nSitemap: https://example.org/x.xml\nUser-agent: other\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: checker\nDisallow:", "/a", true)]
    public void The_group_that_names_the_program_counts_and_else_the_one_for_everybody(string text, string path, bool allowed) => AssertAllowed(allowed, text, path);

    [Theory]
    [InlineData("Disallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("Allow: /a\nDisallow: /a/b", "/a/b/c", false)]
    [InlineData("Disallow: /page\nAllow: /page", "/page", true)]
    [InlineData("Disallow: /*.php", "/x/index.php?a=b", false)]
    [InlineData("Disallow: /*.php$", "/x/index.php?a=b", true)]
    [InlineData("Disallow: /*.php$", "/x/index.php", false)]
    [InlineData("Disallow: /fish*", "/fishheads/yummy.html", false)]
    [InlineData("Disallow: /fish$", "/fish/", true)]
    [InlineData("Disallow: /a*b*c", "/a1b2c3", false)]
    [InlineData("Disallow: /a*b*c", "/a1c2b3", true)]
    [InlineData("Disallow: /*?", "/a?b", false)]
    [InlineData("Disallow: /*?", "/a", true)]
    [InlineData("Disallow: *", "/a", false)]
    [InlineData("Disallow: /caf\u00e9", "/caf%c3%a9", false)]
    [InlineData("Disallow: /caf%C3%A9", "/café", false)]
    [InlineData("Disallow: /%7Ejoe", "/~joe", false)]
    [InlineData("Disallow: /a%2Fb", "/a/b", true)]
    public void The_longest_pattern_that_fits_decides(string rules, string path, bool allowed) => AssertAllowed(allowed, "User-agent: *\n" + rules, path);

    [Fact]
    public void Patterns_fit_as_the_same_regular_expressions_do()
    {
        var text = Gen.Char["ab/"].Array[0, 12].Select(letters => "/" + new string(letters));
        var pattern = Gen.Select(Gen.Char["ab/*"].Array[0, 8], Gen.Bool, (letters, end) => "/" + new string(letters) + (end ? "$" : ""));
        Gen.Select(text, pattern).Sample((path, wanted) =>
        {
            var plain = wanted.TrimEnd('$');
            var expression = "^" + Regex.Escape(plain).Replace("\\*", ".*") + (plain == wanted ? "" : "$");
            AssertAllowed(!Regex.IsMatch(path, expression), "User-agent: *\nDisallow: " + wanted, path);
        }, iter: 20_000);
    }

    [Fact]
    public void No_text_and_no_pattern_is_too_much()
    {
        Gen.String.Sample(text => RobotsRules.Parse(text, "checker").Allows(new("https://example.org/a")));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        AssertAllowed(true, "User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("a*", 2000)) + "b$", "/" + new string('a', 1900));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    private static void AssertAllowed(bool allowed, string text, string path) =>
        Assert.Equal(allowed, RobotsRules.Parse(text, "checker").Allows(new("https://example.org" + path)));
}
