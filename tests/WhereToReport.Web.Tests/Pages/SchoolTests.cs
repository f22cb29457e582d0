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
    public async Task A_state_page_names_the_pages_that_name_the_law_and_leads_to_the_poster()
    {
        foreach (var duty in RealDirectory.Facts.Duties)
        {
            var page = await filled.Page($"/schools/{duty.State.ToLowerInvariant()}");
            Assert.Equal(
                duty.Sources.Where(source => source.Supports.Contains("statute")).Select(source => source.Url).Distinct().Order(),
                page.QuerySelectorAll("#law-sources a").Select(link => link.GetAttribute("href")).Order());
            Assert.NotEmpty(page.QuerySelectorAll("#law-sources a"));
            Assert.NotNull(page.QuerySelector($"a[href='/schools/{duty.State.ToLowerInvariant()}/poster']"));
            Assert.Equal($"{duty.State.ToLowerInvariant()}-child-protection", page.Channels()[0]);
        }
    }

    [Fact]
    public async Task Where_the_sources_are_less_sure_the_page_says_so()
    {
        Assert.NotNull((await filled.Page("/schools/ia")).QuerySelector("#less-sure"));
        Assert.Null((await filled.Page("/schools/ca")).QuerySelector("#less-sure"));
    }

    [Fact]
    public async Task Every_state_on_the_map_is_a_link_with_a_name_that_the_keyboard_reaches()
    {
        var links = (await filled.Page("/es/schools")).QuerySelectorAll("svg.map a");
        Assert.Equal(51, links.Length);
        Assert.All(links, link =>
        {
            var state = RealDirectory.Snapshot.Places.State(link.GetAttribute("href")!.Split('/')[^1])!;
            Assert.StartsWith("/es/schools/", link.GetAttribute("href"));
            Assert.Equal(state.Name, link.QuerySelector("title")!.TextContent);
            Assert.Null(link.GetAttribute("tabindex"));
        });
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

    [Theory]
    [InlineData("/schools?sort=spoken", false)]
    [InlineData("/es/schools?sort=written", true)]
    public async Task Sorting_by_a_deadline_puts_the_shortest_time_first(string path, bool written)
    {
        var deadlines = (await filled.Page(path)).QuerySelectorAll(".duties tbody a").Select(link => Duty(link.GetAttribute("href")!.Split('/')[^1].ToUpperInvariant()))
            .Select(duty => written ? duty.WrittenDeadline : duty.OralDeadline).OfType<Bilingual>().ToArray();
        var hours = deadlines.Select(deadline => Urgency.Hours(deadline) ?? int.MaxValue).ToArray();
        Assert.Equal(hours.Order(), hours);
        Assert.StartsWith(written ? "Within 36 hours" : "Right away", deadlines[0].En);
    }

    [Fact]
    public async Task A_first_visit_fits_in_14_kB()
    {
        foreach (var path in RealDirectory.Facts.Duties.Select(duty => $"/es/schools/{duty.State.ToLowerInvariant()}").Concat(["/schools", "/schools/ca", "/es/schools"]))
        {
            var sizes = await FirstVisit.Sizes(await filled.Site(), path);
            Assert.True(sizes.Values.Sum() <= 14 * 1024, $"{path}: {string.Join(", ", sizes)}");
        }
    }

    private static Duty Duty(string state) => RealDirectory.Facts.Duties.Single(duty => duty.State == state);

    private static string Missing(Language language) => language == Language.Spanish ? "Nuestra fuente no lo dice" : "Not stated in our source";
}
