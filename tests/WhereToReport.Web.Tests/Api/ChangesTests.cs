using System.Net;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Postgres.Editing;
using WhereToReport.Postgres.Records;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Api;

public class ChangesTests(FilledSite filled)
{
    [Fact]
    public async Task The_feed_and_the_list_tell_the_same()
    {
        var site = await filled.Site();
        var listed = await Walk(site, "0", 100);
        var fed = new List<SyndicationItem>();
        for (string? next = "/changes.atom"; next is not null;)
        {
            var feed = await Feed(site, next);
            Assert.Equal(new Uri(site.Address, next), feed.Links.Single(link => link.RelationshipType == "self").Uri);
            Assert.Equal("Where to Report", Assert.Single(feed.Authors).Name);
            fed.AddRange(feed.Items);
            next = feed.Links.SingleOrDefault(link => link.RelationshipType == "next")?.Uri.ToString();
        }
        Assert.Equal(listed.Count, fed.Select(entry => entry.Id).Distinct().Count());
        Assert.Equal(listed.Reverse().Select(change => $"{change.Text("name")}: added"), fed.Select(entry => entry.Title.Text));
        Assert.Equal(listed.Reverse().Select(change => change.GetProperty("at").GetDateTimeOffset().ToUnixTimeSeconds()), fed.Select(entry => entry.PublishDate.ToUnixTimeSeconds()));
        var linked = fed.SelectMany(entry => entry.Links).Select(link => link.Uri.PathAndQuery).Distinct().ToArray();
        Assert.True(linked.Length > 300);
        foreach (var path in linked.Where((_, at) => at % 10 == 0))
            Assert.True((await site.Http.GetAsync(path)).IsSuccessStatusCode, path);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(500)]
    public async Task However_long_the_parts_are_every_change_is_told_once_and_in_order(int limit)
    {
        var site = await filled.Site();
        var start = limit == 1 ? "700" : "0";
        var ids = (await Walk(site, start, limit)).Select(change => change.GetProperty("id").GetInt64()).ToArray();
        Assert.Equal(ids.Order().Distinct(), ids);
        Assert.Equal((await Walk(site, start, 100)).Count, ids.Length);
    }

    [Fact]
    public async Task Since_a_day_to_come_there_is_nothing_and_a_place_to_go_on_from()
    {
        var site = await filled.Site();
        var nothing = await site.Api("changes?since=2999-12-31");
        Assert.Empty(nothing.List("changes"));
        Assert.False(nothing.GetProperty("more").GetBoolean());
        Assert.Equal((await Walk(site, "0", 500))[^1].GetProperty("id").GetInt64().ToString(), nothing.Text("cursor"));
    }

    [Fact]
    public async Task Nobody_is_named_and_what_only_editors_see_is_not_told()
    {
        var site = await filled.Site();
        var all = string.Concat((await Walk(site, "0", 500)).Select(change => change.GetRawText()));
        foreach (var hidden in RealDirectory.Facts.Channels.Where(channel => !channel.Publish))
            Assert.DoesNotContain($"\"{hidden.Id}\"", all);
        foreach (var word in new[] { "editor\"", "approver", "singleHanded", "notes" })
            Assert.DoesNotContain(word, all);
    }

    // The node tells of a change once its pages show it; a reader who holds the old answer is sent the new one.
    [Fact]
    public async Task A_change_is_told_with_the_revision_that_shows_it()
    {
        await using var database = await TestDatabase.Filled();
        await using var site = await SiteProcess.Start(database.ConnectionString, settings: new Dictionary<string, string> { ["Directory__RefreshEvery"] = "00:00:00.200" });
        var cursor = (await site.Api("changes?since=2999-12-31")).Text("cursor");
        var held = (await site.Http.GetAsync("/api/v1/changes?since=" + cursor)).Headers.ETag!;
        await ChangeHours(database, "fbi-tips", "At any hour");

        var deadline = DateTime.UtcNow.AddSeconds(20);
        HttpResponseMessage response;
        do
        {
            Assert.True(DateTime.UtcNow < deadline, "The change is not told.");
            await Task.Delay(100);
            using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/changes?since=" + cursor) { Headers = { IfNoneMatch = { held } } };
            response = await site.Http.SendAsync(again);
        }
        while (response.StatusCode == HttpStatusCode.NotModified);

        var changes = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        var change = Assert.Single(changes.List("changes"));
        Assert.Equal(2, changes.GetProperty("revision").GetInt64());
        Assert.Equal(("channel", "fbi-tips", "changed", "edit", "/channels/fbi-tips"), (change.Text("kind"), change.Text("record"), change.Text("effect"), change.Text("origin"), change.Text("url")));
        Assert.Equal(["hours"], change.Texts("fields"));
        Assert.Equal("Read on the agency's page \u0001]]><b>", change.Text("reason"));
        Assert.Equal("At any hour", (await site.Api("channels/fbi-tips")).Text("hours"));
        var entry = (await Feed(site, "/changes.atom")).Items.First();
        Assert.EndsWith(": changed hours", entry.Title.Text);
        Assert.Equal("Read on the agency's page \uFFFD]]><b>", entry.Summary.Text);
        Assert.Contains(entry.Links, link => link.RelationshipType == "via" && link.Uri.ToString() == "https://www.fbi.gov/tips");
    }

    [Fact]
    public async Task When_the_database_goes_away_only_the_history_does()
    {
        var database = await TestDatabase.Filled();
        await using var site = await SiteProcess.Start(database.ConnectionString);
        await site.UntilItServesTheDatabase();
        await site.Api("changes");
        await database.DisposeAsync();
        var problem = await site.ApiProblem("changes?since=2026-01-01", HttpStatusCode.ServiceUnavailable);
        Assert.Contains("Try again", problem.Text("detail"));
        await site.Api("changes"); // it was kept, and nothing changed since
        Assert.Equal("30", (await site.Http.GetAsync("/changes.atom")).Headers.GetValues("Retry-After").Single());
        await site.Api("answer?place=94043");
        await site.Api("places?q=san");
    }

    private static async Task ChangeHours(TestDatabase database, string id, string hours)
    {
        await using var context = database.Open();
        var editing = new RecordEditing(context, TimeProvider.System, new() { FourEyes = false });
        var stored = await editing.Read(RecordKey.Channel(id));
        var content = RecordContent.Of(stored.Content!.As<Channel>() with { Hours = new Bilingual(hours) });
        var note = new EditNote(Guid.NewGuid(), "Read on the agency's page \u0001]]><b>", "https://www.fbi.gov/tips");
        Assert.IsType<EditResult.Applied>(await new Proposals(context, TimeProvider.System, editing).Propose(stored.Key, stored.Version, content, note));
    }

    private static async Task<IReadOnlyList<JsonElement>> Walk(SiteProcess site, string cursor, int limit)
    {
        var walked = new List<JsonElement>();
        for (var more = true; more;)
        {
            var part = await site.Api($"changes?since={cursor}&limit={limit}");
            walked.AddRange(part.List("changes"));
            (cursor, more) = (part.Text("cursor"), part.GetProperty("more").GetBoolean());
        }
        return walked;
    }

    private static async Task<SyndicationFeed> Feed(SiteProcess site, string address)
    {
        var response = await site.Http.GetAsync(address);
        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType?.MediaType);
        using var xml = XmlReader.Create(await response.Content.ReadAsStreamAsync());
        return SyndicationFeed.Load(xml);
    }
}
