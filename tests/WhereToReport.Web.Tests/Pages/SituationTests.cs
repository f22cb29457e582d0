using WhereToReport.Domain;
using WhereToReport.Domain.Guidance;
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

    [Fact]
    public async Task A_contact_that_depends_on_the_place_leads_to_the_box_which_keeps_the_situation()
    {
        var page = await filled.Page("/situations/sextortion");
        Assert.Equal("#q", page.QuerySelector("[data-role='icac-task-force'] a")!.GetAttribute("href"));
        Assert.Equal("sextortion", page.QuerySelector("form[role=search] [name=situation]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_first_visit_of_every_situation_fits_in_14_kB()
    {
        foreach (var situation in RealDirectory.Facts.Situations)
        {
            foreach (var path in new[] { situation.Path, "/es" + situation.Path, $"/us/ca/santa-clara-county/{situation.Id}" })
            {
                var sizes = await FirstVisit.Sizes(await filled.Site(), path);
                Assert.True(sizes.Values.Sum() <= 14 * 1024, $"{path}: {string.Join(", ", sizes)}");
            }
        }
    }

    private static string FirstOf(Situation situation) => situation.Contacts[0].Channel ?? situation.Contacts[0].Role!;
}
