using WhereToReport.Domain;
using WhereToReport.Domain.Guidance;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Pages;

public class SchoolTests(FilledSite filled)
{
    [Fact]
    public async Task Every_state_says_what_it_asks_by_which_law_and_whom_to_call()
    {
        Assert.Equal(56, RealDirectory.Facts.Duties.Count);
        foreach (var duty in RealDirectory.Facts.Duties)
        {
            foreach (var (prefix, language) in new[] { ("", Language.English), ("/es", Language.Spanish) })
            {
                var page = await filled.Page($"{prefix}/schools/{duty.State.ToLowerInvariant()}");
                Assert.Equal(duty.Statute, page.Text("#law"));
                Assert.Equal(duty.ReportTo.In(language), page.Text("#report-to"));
                Assert.Equal(duty.OralDeadline?.In(language) ?? Missing(language), page.Text("#spoken"));
                Assert.Equal(duty.WrittenDeadline?.In(language) ?? Missing(language), page.Text("#written"));
                foreach (var source in duty.Sources)
                    Assert.Contains(page.QuerySelectorAll(".sources a"), link => link.GetAttribute("href") == source.Url);
                Assert.Contains($"{duty.State.ToLowerInvariant()}-child-protection", page.Channels());
            }
        }
    }

    [Fact]
    public async Task Picking_a_state_leads_to_its_page_in_the_same_language()
    {
        var response = await (await filled.Site()).Http.GetAsync("/es/schools?state=tx");
        Assert.Equal("/es/schools/tx", response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/schools")]
    [InlineData("/schools?sort=spoken")]
    [InlineData("/schools?sort=written")]
    public async Task The_table_holds_every_state_in_any_order(string path)
    {
        var rows = (await filled.Page(path)).QuerySelectorAll(".duties tbody a").Select(link => link.GetAttribute("href")!).ToArray();
        Assert.Equal(RealDirectory.Facts.Duties.Select(duty => $"/schools/{duty.State.ToLowerInvariant()}").Order(), rows.Order());
    }

    [Fact]
    public async Task Sorting_by_the_written_report_puts_states_without_one_last()
    {
        var states = (await filled.Page("/schools?sort=written")).QuerySelectorAll(".duties tbody a").Select(link => link.GetAttribute("href")!.Split('/')[^1].ToUpperInvariant());
        var stated = states.Select(state => Duty(state).WrittenDeadline is not null).ToArray();
        Assert.Equal(stated.OrderDescending(), stated);
    }

    [Fact]
    public async Task A_first_visit_fits_in_14_kB()
    {
        foreach (var path in new[] { "/schools", "/schools/ca", "/es/schools", "/es/schools/tx" })
        {
            var sizes = await FirstVisit.Sizes(await filled.Site(), path);
            Assert.True(sizes.Values.Sum() <= 14 * 1024, $"{path}: {string.Join(", ", sizes)}");
        }
    }

    private static Duty Duty(string state) => RealDirectory.Facts.Duties.Single(duty => duty.State == state);

    private static string Missing(Language language) => language == Language.Spanish ? "Nuestra fuente no lo dice" : "Not stated in our source";
}
