using WhereToReport.Domain;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;
using WhereToReport.Domain.Sources;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Pages;

public class SituationTests(FilledSite filled)
{
    public static TheoryData<string> Situations => [.. RealDirectory.Facts.Situations.Select(situation => situation.Id)];

    [Fact]
    public async Task The_list_names_every_situation_and_those_with_danger_stand_first()
    {
        var links = (await filled.Page("/situations")).QuerySelectorAll("main .choices a").Select(link => link.GetAttribute("href")!).ToArray();
        Assert.Equal(RealDirectory.Facts.Situations.OrderByDescending(situation => situation.Danger).Select(situation => situation.Path), links);
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task A_situation_shows_its_first_contact_and_all_advice_in_both_languages(string id)
    {
        var situation = RealDirectory.Snapshot.Situation(id)!;
        foreach (var (prefix, language) in new[] { ("", Language.English), ("/es", Language.Spanish) })
        {
            var page = await filled.Page(prefix + situation.Path);
            Assert.Equal(situation.Label.In(language), page.Text("h1"));
            Assert.Equal(FirstOf(situation), page.QuerySelectorAll("main [data-channel], main [data-role]").Select(card => card.GetAttribute("data-channel") ?? card.GetAttribute("data-role")).First());
            foreach (var advice in situation.Do)
                Assert.Contains(advice.Text.In(language), page.Text("[data-steps=do]"));
            foreach (var advice in situation.Dont)
                Assert.Contains(advice.Text.In(language), page.Text("[data-steps=dont]"));
        }
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task What_not_to_do_in_the_first_minutes_stands_before_every_contact_in_both_languages(string id)
    {
        var situation = RealDirectory.Snapshot.Situation(id)!;
        foreach (var path in new[] { situation.Path, $"/us/tx/travis-county/{id}", $"/us/tx?situation={id}", $"/us?situation={id}", $"/find?q=94043&situation={id}" })
        {
            foreach (var (prefix, language) in new[] { ("", Language.English), ("/es", Language.Spanish) })
            {
                var page = await filled.Page(prefix + path);
                Assert.Equal(situation.NotNow(Country.UnitedStates).Select(sentence => sentence.In(language)), page.QuerySelectorAll("[data-steps=not-now] li").Select(item => item.TextContent));
                Assert.Equal("not-now", page.QuerySelectorAll("[data-steps=not-now], main [data-channel], main [data-role]")[0].GetAttribute("data-steps"));
            }
        }
    }

    [Theory]
    [InlineData("/situations/sextortion", "")]
    [InlineData("/us?situation=sextortion", "United States")]
    [InlineData("/us/tx?situation=sextortion", "Texas")]
    [InlineData("/us/tx/travis-county/sextortion", "Travis County, Texas")]
    [InlineData("/es/us/tx/travis-county/sextortion", "Travis County, Texas")]
    [InlineData("/es/find?q=94043&situation=sextortion", "Santa Clara County, California")]
    public async Task The_title_names_the_situation_and_the_place(string path, string place)
    {
        var title = (await filled.Page(path)).Title!;
        Assert.StartsWith(RealDirectory.Snapshot.Situation("sextortion")!.Label.In(path.StartsWith("/es/") ? Language.Spanish : Language.English), title);
        Assert.Contains(place, title);
    }

    [Theory]
    [InlineData("/us/tx/travis-county/trafficking", "/us/tx?situation=trafficking")]
    [InlineData("/us?situation=trafficking", "/us/tx?situation=trafficking")]
    public async Task The_way_to_another_place_keeps_the_situation(string path, string link) =>
        Assert.NotNull((await filled.Page(path)).QuerySelector($"main a[href='{link}']"));

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Special_cases_and_sources_stand_on_the_page_with_and_without_a_place(string id)
    {
        var situation = RealDirectory.Snapshot.Situation(id)!;
        foreach (var path in new[] { situation.Path, $"/us/ca/santa-clara-county/{id}", $"/us/pr?situation={id}" })
        {
            var page = await filled.Page(path);
            foreach (var special in situation.AlsoIf)
            {
                Assert.Contains(special.When.En, page.Text("section[aria-labelledby='also-if']"));
                Assert.Contains(special.Why.En, page.Text("section[aria-labelledby='also-if']"));
            }
            foreach (var source in situation.Sources)
                Assert.Contains(page.QuerySelectorAll(".sources a"), link => link.GetAttribute("href") == source.Url);
        }
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Whoever_is_abroad_is_led_to_the_countries_with_the_situation_kept(string id)
    {
        foreach (var (path, prefix) in new[] { ($"/situations/{id}", ""), ($"/es/us/tx/travis-county/{id}", "/es") })
            Assert.NotNull((await filled.Page(path)).QuerySelector($"section[aria-labelledby='also-if'] a[href='{prefix}/world?situation={id}']"));
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Where_a_report_is_called_for_the_page_says_what_happens_after_it(string id)
    {
        string[] noReport = ["child-in-crisis", "support-after-abuse", "worried-about-own-thoughts"];
        foreach (var path in new[] { $"/situations/{id}", $"/us/ca/santa-clara-county/{id}" })
        {
            var after = (await filled.Page(path)).QuerySelector("section[aria-labelledby='after-report']");
            Assert.Equal(!noReport.Contains(id), after is not null);
            Assert.Equal(RealDirectory.Snapshot.Situation(id)!.Danger, after?.TextContent.Contains("The 911 center decides", StringComparison.Ordinal) ?? false);
        }
    }

    [Fact]
    public async Task After_a_report_each_receiver_of_the_plan_has_its_own_line()
    {
        Assert.Contains("Child protection has trained people", await After("abuse-by-caregiver"));
        Assert.DoesNotContain("CyberTipline", await After("abuse-by-caregiver"));
        Assert.Contains("CyberTipline passes your report", await After("sextortion"));
        Assert.DoesNotContain("Child protection", await After("sextortion"));

        async Task<string> After(string id) => (await filled.Page("/situations/" + id)).Text("section[aria-labelledby='after-report']");
    }

    [Fact]
    public async Task A_contact_that_depends_on_the_place_leads_to_the_box_which_keeps_the_situation()
    {
        var page = await filled.Page("/situations/sextortion");
        Assert.Equal("#q", page.QuerySelector("[data-role='icac-task-force'] a")!.GetAttribute("href"));
        Assert.Equal("sextortion", page.QuerySelector("form[role=search] [name=situation]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Where_the_number_of_a_helpline_is_unsure_nobody_is_sent_to_report_instead()
    {
        var line = RealDirectory.Snapshot.Channel("stop-it-now")!;
        Assert.Contains(line.Phones, phone => phone.Confidence is Confidence.Medium or Confidence.Low);
        var card = (await filled.Page("/situations/worried-about-own-thoughts")).Text("[data-channel='stop-it-now']");
        Assert.Contains("in only a few sources", card);
        Assert.DoesNotContain("CyberTipline", card);
    }

    [Fact]
    public async Task The_first_visit_of_every_situation_fits_in_14_kB()
    {
        foreach (var situation in RealDirectory.Facts.Situations)
        {
            foreach (var path in new[] { situation.Path, "/es" + situation.Path, $"/us/ca/santa-clara-county/{situation.Id}", $"/es/us/tx/el-paso-county/{situation.Id}" })
            {
                var sizes = await FirstVisit.Sizes(await filled.Site(), path);
                Assert.True(sizes.Values.Sum() <= 14 * 1024, $"{path}: {string.Join(", ", sizes)}");
            }
        }
    }

    private static string FirstOf(Situation situation) => situation.Contacts[0].Channel ?? situation.Contacts[0].Role!;
}
