using System.Net;
using AngleSharp.Dom;
using CsCheck;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Pages;

public class FindTests(FilledSite filled)
{
    [Fact]
    public async Task A_ZIP_code_is_answered_at_once_with_a_link_to_the_page_of_its_county()
    {
        var page = await filled.Page("/find?q=94043");
        Assert.Contains("Santa Clara County, California", page.Text("h1"));
        Assert.Contains("Santa Clara County, California", page.Title);
        Assert.EndsWith("/us/ca/santa-clara-county", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(["911", "ncmec-cybertipline", "ca-silicon-valley", "ca-child-protection"], page.Channels().Take(4));
        Assert.NotNull(page.QuerySelector("main a[href='tel:+18008435678']"));
        Assert.NotNull(page.QuerySelector("main a[href='tel:911']"));
    }

    [Fact]
    public async Task A_host_agency_is_never_shown_as_the_task_force_itself()
    {
        var page = await filled.Page("/us/ca/santa-clara-county");
        var card = page.QuerySelector("[data-channel='ca-silicon-valley']")!;
        Assert.Contains("not the task force's own", card.TextContent);
        Assert.Contains("CyberTipline report reaches it", card.TextContent);
    }

    [Fact]
    public async Task A_ZIP_code_in_two_counties_with_one_answer_names_both()
    {
        var page = await filled.Page("/find?q=00602");
        Assert.Contains("Aguada Municipio", page.Text("#understood"));
        Assert.Contains("Aguadilla Municipio", page.Text("#understood"));
    }

    [Fact]
    public async Task A_name_of_several_places_is_a_choice_that_keeps_the_situation()
    {
        var page = await filled.Page("/find?q=Orange+County&situation=sextortion");
        var choices = page.QuerySelectorAll("main .choices a").ToArray();
        Assert.Equal("06059", choices[0].GetAttribute("data-place"));
        Assert.Equal("/us/ca/orange-county/sextortion", choices[0].GetAttribute("href"));
        Assert.True(choices.Length >= 8);
    }

    [Fact]
    public async Task A_typing_error_brings_suggestions()
    {
        var page = await filled.Page("/find?q=Albequerque", HttpStatusCode.NotFound);
        Assert.Equal("35001", page.QuerySelector("main .choices a")!.GetAttribute("data-place"));
        Assert.Equal("Albequerque", page.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/find?q=sextortion", "/situations/sextortion")]
    [InlineData("/es/find?q=sextorsi%C3%B3n", "/es/situations/sextortion")]
    public async Task What_happened_can_be_typed_too(string path, string situation)
    {
        var page = await filled.Page(path);
        Assert.Equal(situation, page.QuerySelector("#topics a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/find?q=&situation=sextortion", "/situations/sextortion")]
    [InlineData("/es/find?q=+&situation=missing-or-runaway", "/es/situations/missing-or-runaway")]
    public async Task What_happened_alone_leads_to_its_plan_where_the_place_can_follow(string path, string situation)
    {
        var response = await (await filled.Site()).Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(situation, response.Headers.Location!.OriginalString);
        Assert.NotNull((await filled.Page(situation)).QuerySelector("form[role=search] #q"));
    }

    [Fact]
    public async Task An_unknown_name_in_a_known_state_offers_the_state()
    {
        var page = await filled.Page("/find?q=Qqzzqq,+Oregon", HttpStatusCode.NotFound);
        Assert.NotNull(page.QuerySelector("main a[href='/us/or']"));
    }

    [Fact]
    public async Task An_unknown_ZIP_code_is_answered_for_its_state_and_says_so()
    {
        var page = await filled.Page("/find?q=94099");
        Assert.Contains("94099", page.Text("#understood"));
        Assert.Contains("check the number", page.Text("#understood"));
        Assert.Contains("California", page.Text("h1"));
    }

    [Theory]
    [InlineData("00000")]
    [InlineData("9404")]
    public async Task A_number_that_is_no_ZIP_code_asks_to_check_it(string number)
    {
        var page = await filled.Page("/find?q=" + number, HttpStatusCode.NotFound);
        Assert.Contains("check the number", page.Text("main .lead"));
        Assert.Contains(number, page.Text("main .lead"));
    }

    [Fact]
    public async Task The_answer_for_a_state_stands_before_the_folded_list_of_its_namesakes()
    {
        var page = await filled.Page("/find?q=Washington");
        var namesakes = page.QuerySelector("main details:has(#others)")!;
        Assert.False(namesakes.HasAttribute("open"));
        Assert.Contains(namesakes.QuerySelectorAll("li").Length.ToString(), namesakes.QuerySelector("summary")!.TextContent);
        Assert.True(namesakes.QuerySelectorAll("li").Length > 20);
        Assert.True(page.QuerySelector("[data-channel='wa']")!.CompareDocumentPosition(namesakes).HasFlag(DocumentPositions.Following));
        Assert.NotNull(page.QuerySelector("main a[href='#others']"));
    }

    [Theory]
    [InlineData("/find?q=Huston", "/us/tx/harris-county", "Looking for Houston, Texas")]
    [InlineData("/es/find?q=Pittsburg", "/es/us/pa/allegheny-county", "¿Busca Pittsburgh, Pennsylvania")]
    public async Task A_far_bigger_city_one_letter_away_is_offered_in_one_line(string path, string county, string line)
    {
        var offer = (await filled.Page(path)).QuerySelector($"main .quiet a[href='{county}']")!;
        Assert.Contains(line, offer.TextContent);
    }

    [Fact]
    public async Task A_situation_is_understood_in_any_case() =>
        Assert.NotEmpty((await filled.Page("/find?q=94043&situation=SexTortion")).Text("#in-order"));

    [Theory]
    [InlineData("/find")]
    [InlineData("/find?q=")]
    [InlineData("/find?q=94043&situation=nonsense")]
    public async Task Bad_input_is_a_400_with_a_message_beside_the_field(string path)
    {
        var page = await filled.Page(path, HttpStatusCode.BadRequest);
        Assert.EndsWith(".", page.Text("#q-problem"));
        Assert.Equal("q-problem", page.QuerySelector("#q")!.GetAttribute("aria-describedby"));
    }

    public static TheoryData<string> Hostile => new(
        new string('x', 10_000),
        new string('9', 10_000),
        "👩‍👧🆘",
        "'; DROP TABLE channel; --",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "\0",
        "a\0b",
        "\ud800",
        "${jndi:ldap://x}",
        "../../etc/passwd",
        "%00%ff",
        "{{7*7}}",
        "\r\nSet-Cookie: x=1");

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Hostile_input_gets_a_clear_page_and_is_never_reflected_unescaped(string input)
    {
        foreach (var path in new[] { "/find?q=", "/es/find?q=", "/api/v1/answer?place=", "/find?q=94043&situation=", "/us/", "/channels/" })
        {
            var response = await (await filled.Site()).Http.GetAsync(path + Uri.EscapeDataString(input.Length > 5000 ? input[..5000] : input));
            Assert.Contains(response.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.RequestUriTooLong });
            var body = await response.Content.ReadAsStringAsync();
            Assert.DoesNotContain("<script>alert", body);
            Assert.DoesNotContain("<img src=x", body);
            Assert.False(response.Headers.Contains("Set-Cookie"));
        }
    }

    [Theory]
    [InlineData("%")]
    [InlineData("%zz")]
    [InlineData("%ff%fe")]
    [InlineData("%c0%ae")]
    [InlineData("%00")]
    [InlineData("a&q=b&q=c")]
    public async Task A_query_that_is_not_well_formed_gets_a_clear_page(string raw)
    {
        foreach (var path in new[] { "/find?q=", "/api/v1/answer?place=" })
        {
            var response = await (await filled.Site()).Http.GetAsync(new Uri((await filled.Site()).Address + path.TrimStart('/') + raw, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
            Assert.Contains(response.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NotFound });
        }
    }

    [Fact]
    public async Task Any_text_at_all_gets_a_page_or_a_clear_refusal()
    {
        var site = await filled.Site();
        await Gen.String[Gen.Char, 0, 130].SampleAsync(async text =>
        {
            var response = await site.Http.GetAsync("/find?q=" + Uri.EscapeDataString(WellFormed(text)));
            return (int)response.StatusCode is 200 or 400 or 404;
        }, iter: 300);
    }

    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
}
