using WhereToReport.Domain.Channels;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Api;

public class DirectoryApiTests(FilledSite filled)
{
    [Fact]
    public async Task Suggestions_are_for_lists_that_open_while_typing()
    {
        var places = (await (await filled.Site()).Api("places?q=mountain+view%2C+c&limit=3")).List("places");
        Assert.InRange(places.Length, 1, 3);
        Assert.Equal(
            ("city", "ca/mountain-view", "Mountain View", "CA", "Mountain View, California", "/find?q=Mountain%20View%2C%20CA"),
            (places[0].Text("kind"), places[0].Text("id"), places[0].Text("name"), places[0].Text("state"), places[0].Text("label"), places[0].Text("url")));
        Assert.Equal(["94040", "94041", "94043"], (await (await filled.Site()).Api("places?q=9404&limit=50")).Ids("places").Where(zip => zip is "94040" or "94041" or "94043"));
    }

    [Theory]
    [InlineData("hou")]
    [InlineData("940")]
    [InlineData("new y")]
    public async Task What_is_suggested_can_be_asked_for(string typed)
    {
        var site = await filled.Site();
        foreach (var place in (await site.Api("places?q=" + typed)).List("places"))
        {
            await site.Api("answer?place=" + Uri.EscapeDataString(place.Text("ask")));
            Assert.True((await site.Http.GetAsync(place.Text("url"))).IsSuccessStatusCode, place.Text("url"));
        }
    }

    [Fact]
    public async Task The_pages_of_the_channels_hold_each_published_one_once()
    {
        var site = await filled.Site();
        var ids = new List<string>();
        for (string? next = "/api/v1/channels?limit=37"; next is not null;)
        {
            var response = await site.Http.GetAsync(next);
            ids.AddRange(System.Text.Json.JsonElement.Parse(await response.Content.ReadAsStringAsync()).Ids("channels"));
            next = response.Headers.TryGetValues("Link", out var links) ? links.Single()[1..links.Single().IndexOf('>')] : null;
        }
        Assert.Equal(RealDirectory.Facts.Channels.Where(channel => channel.Publish).Select(channel => channel.Id).Order(StringComparer.Ordinal), ids);
        Assert.Empty((await site.Api("channels?page=2000000000&limit=500")).List("channels"));
    }

    [Fact]
    public async Task Filters_add_up()
    {
        var site = await filled.Site();
        var taskForces = (await site.Api("channels?kind=task-force&limit=500")).Ids("channels");
        Assert.Equal(RealDirectory.Snapshot.TaskForces.Select(force => force.Id), taskForces);
        var inCalifornia = (await site.Api("channels?state=CA&limit=500")).Ids("channels");
        Assert.Contains("ncmec-cybertipline", inCalifornia);
        Assert.DoesNotContain("tx-houston", inCalifornia);
        Assert.Equal(taskForces.Intersect(inCalifornia), (await site.Api("channels?kind=task-force&state=CA")).Ids("channels"));
        var sextortion = (await site.Api("channels?situation=sextortion&limit=500")).List("channels");
        Assert.NotEmpty(sextortion);
        Assert.All(sextortion, channel => Assert.Contains("sextortion", channel.Texts("situations")));
    }

    [Fact]
    public async Task Who_is_contacted_in_a_situation_is_found_by_it_also_where_the_plan_names_only_the_part()
    {
        var site = await filled.Site();
        foreach (var situation in RealDirectory.Facts.Situations)
        {
            var found = (await site.Api($"channels?state=CA&limit=500&situation={situation.Id}")).Ids("channels");
            var plan = (await site.Api($"answer?place=94043&situation={situation.Id}")).List("steps").Where(step => step.Text("kind") == "contact");
            var contacts = plan.Select(step => step.GetProperty("channel").GetString()).OfType<string>().ToArray();
            Assert.Equal((situation.Id, Array.Empty<string>()), (situation.Id, contacts.Except(found).Where(id => situation.AlsoIf.SelectMany(also => also.Contacts).All(contact => contact.Channel != id)).ToArray()));
        }
    }

    [Fact]
    public async Task Every_country_is_listed_with_its_channels_and_the_emergency_numbers_that_a_source_names()
    {
        var site = await filled.Site();
        var listed = (await site.Api("countries")).List("countries");
        Assert.Equal(Domain.Places.Countries.All.Select(country => country.Code), listed.Select(country => country.Text("code")));
        foreach (var line in listed.Where(line => line.GetProperty("channels").GetInt32() > 0))
        {
            var country = await site.Api("countries/" + line.Text("code").ToLowerInvariant());
            Assert.Equal(line.GetProperty("channels").GetInt32(), country.Texts("channels").Length);
            Assert.Empty(country.Texts("channels").Except((await site.Api($"channels?country={line.Text("code")}&limit=500")).Ids("channels")));
            Assert.All(country.List("emergencies"), number => Assert.Contains(RealDirectory.Snapshot.Channel(number.Text("channel"))!.Phones, phone => phone.Number == number.Text("number")));
        }
        Assert.Equal("Alemania", (await site.Api("countries/DE?lang=es")).Text("name"));
        Assert.Contains(listed, line => line.GetProperty("channels").GetInt32() == 0);
        Assert.DoesNotContain("ca-silicon-valley", (await site.Api("channels?country=US&limit=500")).Ids("channels"));
    }

    [Fact]
    public async Task A_channel_has_all_that_its_page_shows_and_nothing_that_editors_keep()
    {
        var site = await filled.Site();
        foreach (var channel in RealDirectory.Facts.Channels.Where(channel => channel.Publish))
        {
            var told = await site.Api("channels/" + channel.Id);
            Assert.Equal(channel.Phones.Select(phone => phone.Number), told.List("phones").Select(phone => phone.Text("number")));
            Assert.Equal(channel.PublicReportUrl, told.GetProperty("reportUrl").GetString());
            Assert.Equal(channel.Sources.Select(source => source.Url), told.List("sources").Select(source => source.Text("url")));
            Assert.False(told.TryGetProperty("notes", out _));
            Assert.Equal(channel.Coverage.Count == 0, told.List("coverage").Length == 0);
        }
        var hidden = RealDirectory.Facts.Channels.First(channel => !channel.Publish);
        await site.ApiProblem("channels/" + hidden.Id, System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_form_for_mandated_reporters_only_is_not_offered() =>
        Assert.Null((await (await filled.Site()).Api("channels/ar-child-protection")).GetProperty("reportUrl").GetString());

    [Fact]
    public async Task A_task_force_names_the_states_and_counties_that_it_covers()
    {
        var site = await filled.Site();
        var force = (await site.Api("task-forces?state=ca")).List("taskForces").Single(force => force.GetProperty("channel").Text("id") == "ca-silicon-valley");
        Assert.Equal(["CA"], force.Texts("states"));
        Assert.Contains("06085", force.GetProperty("channel").List("coverage").Single(areas => areas.Text("basis") == "stated").Texts("counties"));
        Assert.Equal(RealDirectory.Snapshot.TaskForces.Count, (await site.Api("task-forces")).List("taskForces").Length);
    }

    [Fact]
    public async Task A_state_says_who_covers_each_county_and_how_sure_that_is()
    {
        var site = await filled.Site();
        foreach (var state in RealDirectory.Snapshot.Places.States)
        {
            var told = await site.Api("states/" + state.Code);
            Assert.Equal(RealDirectory.Snapshot.Places.CountiesOf(state).Select(county => county.Fips), told.List("counties").Select(county => county.Text("fips")));
            foreach (var county in told.List("counties"))
            {
                Assert.Equal(
                    RealDirectory.Snapshot.Coverage.Covering(RealDirectory.Snapshot.Places.County(county.Text("fips"))!, ChannelKind.TaskForce).Select(covering => covering.Channel.Id),
                    county.List("taskForces").Select(covering => covering.Text("channel")));
            }
        }
        var travis = (await site.Api("states/TX")).List("counties").Single(county => county.Text("fips") == "48453");
        Assert.All(travis.List("taskForces"), covering => Assert.Equal("possible", covering.Text("basis")));
    }

    [Fact]
    public async Task Situations_and_duties_speak_both_languages()
    {
        var site = await filled.Site();
        var (english, spanish) = ((await site.Api("situations")).List("situations"), (await site.Api("situations?lang=es")).List("situations"));
        Assert.Equal(RealDirectory.Facts.Situations.Select(situation => situation.Label.En), english.Select(situation => situation.Text("label")));
        Assert.Equal(RealDirectory.Facts.Situations.Select(situation => situation.Label.Es), spanish.Select(situation => situation.Text("label")));
        foreach (var duty in RealDirectory.Facts.Duties)
        {
            Assert.Equal(duty.ReportTo.En, (await site.Api("duties/" + duty.State)).Text("reportTo"));
            Assert.Equal(duty.ReportTo.In(Domain.Language.Spanish), (await site.Api($"duties/{duty.State}?lang=es")).Text("reportTo"));
        }
    }
}
