using System.Net;
using WhereToReport.Domain.Channels;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Pages;

public class EveryPageTests(FilledSite filled)
{
    public static TheoryData<string> Kinds => new(
        "/", "/find?q=94043", "/find?q=springfield", "/find?q=sextortion", "/us", "/us/ca", "/us/tx", "/us/pr", "/us/gu", "/us/dc",
        "/us/ca/santa-clara-county", "/us/tx/travis-county", "/us/ca/santa-clara-county/sextortion",
        "/channels/ncmec-cybertipline", "/channels/ca-silicon-valley", "/task-forces", "/task-forces?state=CA",
        "/situations", "/situations/child-in-danger-now", "/situations/sextortion", "/situations/abuse-by-caregiver",
        "/offline", "/us/ca?situation=trafficking", "/us?situation=trafficking", "/find?q=94043&situation=sextortion",
        "/schools", "/schools?sort=written", "/schools/ca", "/schools/sc", "/schools/pr",
        "/us/ca/santa-clara-county/poster", "/us/tx/travis-county/poster", "/schools/ca/poster", "/schools/pr/poster",
        "/learn", "/learn/icac-task-forces", "/learn/if-a-child-tells-you",
        "/corrections", "/corrections/new", "/corrections/new?channel=ca-silicon-valley",
        "/world", "/world?sort=name", "/world?situation=sextortion", "/world/ca", "/world/gb", "/world/mx/trafficking", "/world/td", "/world/fi/sextortion", "/find?q=Georgia", "/find?q=Lebanon", "/find?q=09096",
        "/about", "/privacy", "/accessibility");

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_page_has_what_every_page_needs(string path)
    {
        foreach (var (prefix, language) in new[] { ("", "en"), ("/es", "es") })
        {
            var page = await filled.Page(prefix + (path == "/" && prefix.Length > 0 ? "" : path));
            Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.NotEmpty(page.Title!);
            Assert.NotNull(page.QuerySelector("a[href='tel:911']"));
            Assert.NotNull(page.QuerySelector("a[href='tel:+18008435678'], a[href='https://report.cybertip.org']"));
            Assert.NotNull(page.QuerySelector("#quick-exit[href^='https://']"));
            Assert.NotNull(page.QuerySelector("a.skip[href='#main']"));
            Assert.NotNull(page.QuerySelector("#other-language"));
            Assert.NotEmpty(page.Text("footer"));
            Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src]):not([type='application/ld+json']), [onclick]"));
            Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task No_page_sets_a_cookie_or_asks_a_third_party_and_every_page_is_protected(string path)
    {
        var response = await (await filled.Site()).Http.GetAsync(path);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.False(response.Headers.Contains("Server"));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.DoesNotContain("http", policy);
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));

        var page = await filled.Page(path);
        foreach (var resource in page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script:not([type='application/ld+json']), img").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")))
            Assert.StartsWith("/", resource);
    }

    [Fact]
    public async Task Every_link_of_the_site_leads_to_a_page()
    {
        var site = await filled.Site();
        var links = new HashSet<string>();
        foreach (var path in Kinds.Select(row => row.Data))
        {
            foreach (var link in (await filled.Page(path)).QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0]).Where(link => link.Length > 0))
                links.Add(link);
        }
        Assert.True(links.Count > 300);
        await Parallel.ForEachAsync(links, async (link, cancel) =>
        {
            var response = await site.Http.GetAsync(link, cancel);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{link}: {response.StatusCode}");
        });
    }

    [Fact]
    public async Task Every_county_and_every_state_has_a_page()
    {
        var site = await filled.Site();
        var places = RealDirectory.Facts.Gazetteer.Counties.Select(county => county.Path).Concat(RealDirectory.Facts.Gazetteer.States.Select(state => state.Path));
        await Parallel.ForEachAsync(places, async (path, cancel) =>
        {
            var response = await site.Http.GetAsync(path, cancel);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode}");
        });
    }

    [Fact]
    public async Task Every_published_channel_has_a_page_and_no_other()
    {
        var site = await filled.Site();
        await Parallel.ForEachAsync(RealDirectory.Facts.Channels, async (channel, cancel) =>
        {
            var response = await site.Http.GetAsync($"/channels/{channel.Id}", cancel);
            Assert.Equal(channel.Publish ? HttpStatusCode.OK : HttpStatusCode.NotFound, response.StatusCode);
        });
    }

    [Fact]
    public async Task A_channel_shows_its_sources_and_when_it_was_checked_but_no_note_for_editors()
    {
        var channel = RealDirectory.Snapshot.Channel("hsi-tip-line")!;
        var page = await filled.Page($"/channels/{channel.Id}");
        foreach (var source in channel.Sources)
            Assert.Contains(page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == source.Url);
        Assert.Contains("Nov 23, 2026", page.Text("main"));
        Assert.DoesNotContain("CONFLICT", page.Text("main"));
        Assert.DoesNotContain(channel.Notes![..40], page.Text("main"));
    }

    [Fact]
    public async Task All_task_forces_are_listed_and_can_be_filtered_by_state()
    {
        Assert.Equal(61, (await filled.Page("/task-forces")).Channels().Distinct().Count());
        Assert.Equal(
            RealDirectory.Snapshot.TaskForces.Where(force => force.Id.StartsWith("ca-")).Select(force => force.Id).Order(),
            (await filled.Page("/task-forces?state=CA")).Channels().Distinct().Order());
    }

    [Fact]
    public async Task A_state_page_names_its_task_forces_its_line_and_every_county()
    {
        var page = await filled.Page("/us/ca");
        foreach (var force in RealDirectory.Snapshot.TaskForces.Where(force => force.Id.StartsWith("ca-")))
            Assert.Contains(force.Id, page.Channels());
        Assert.Contains("ca-child-protection", page.Channels());
        foreach (var county in RealDirectory.Facts.Gazetteer.Counties.Where(county => county.State == "CA"))
            Assert.NotNull(page.QuerySelector($"main a[href='{county.Path}']"));
        Assert.NotNull(page.QuerySelector("main svg, main img[src$='.svg'], main object[type='image/svg+xml']"));
    }

    [Fact]
    public async Task Possible_task_forces_are_an_honest_choice()
    {
        var page = await filled.Page("/us/tx/el-paso-county");
        Assert.Contains("One of these task forces", page.Text("main"));
        Assert.Superset(new HashSet<string> { "tx-north", "tx-southern" }, page.Channels().ToHashSet());
    }

    [Fact]
    public async Task A_place_without_a_task_force_says_so() =>
        Assert.Contains("task force", (await filled.Page("/us/pr")).QuerySelectorAll("main .note").Select(note => note.TextContent).FirstOrDefault(text => text.Contains("no "), ""));

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/us/zz")]
    [InlineData("/us/ca/no-such-county")]
    [InlineData("/us/ca/santa-clara-county/no-such-situation")]
    [InlineData("/channels/nobody")]
    [InlineData("/learn/nothing")]
    [InlineData("/situations/nothing")]
    [InlineData("/schools/zz")]
    [InlineData("/schools?state=zz")]
    [InlineData("/es/nada")]
    public async Task A_page_that_is_not_there_still_shows_where_to_turn(string path)
    {
        var page = await filled.Page(path, HttpStatusCode.NotFound);
        Assert.NotNull(page.QuerySelector("a[href='tel:911']"));
        Assert.NotNull(page.QuerySelector("a[href='tel:+18008435678']"));
        Assert.NotNull(page.QuerySelector("form[role=search]"));
    }

    [Fact]
    public async Task An_API_address_that_is_not_there_is_a_problem_document()
    {
        var response = await (await filled.Site()).Http.GetAsync("/api/v1/nothing");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_form_for_mandated_reporters_only_is_named_but_is_no_button_for_everybody()
    {
        var line = RealDirectory.Facts.Channels.Single(channel => channel.Id == "ar-child-protection");
        Assert.Equal(FormRestriction.MandatedReporters, line.ReportUrlRestrictedTo);
        var card = (await filled.Page("/us/ar")).QuerySelector("[data-channel='ar-child-protection']")!;
        Assert.DoesNotContain(card.QuerySelectorAll(".ways a"), link => link.GetAttribute("href") == line.ReportUrl);
    }
}
