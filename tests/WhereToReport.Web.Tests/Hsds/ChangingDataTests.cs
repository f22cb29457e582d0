using System.Text.Json;
using WhereToReport.Domain.Channels;
using WhereToReport.Postgres.Editing;
using WhereToReport.Postgres.Records;
using WhereToReport.Testing;
using WhereToReport.Web.Hsds;

namespace WhereToReport.Web.Tests.Hsds;

/// <summary>A reader who keeps up with a directory that editors change meanwhile.</summary>
public sealed class ChangingDataTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private SiteProcess _site = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Filled();
        _site = await SiteProcess.Start(_database.AsSite, settings: new Dictionary<string, string> { ["Directory__RefreshEvery"] = "00:00:00.200" });
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Only_what_changed_is_modified_since_then_and_the_change_is_told()
    {
        var before = (await _site.Hsds("services?minimal=true")).Contents();
        await Change("fbi-tips", channel => channel with { Hours = new("At any hour") });
        var id = HsdsId.Of("service", "fbi-tips").ToString();
        var service = await _site.Hsds($"services/{id}");
        var since = service.GetProperty("last_modified").GetString()!;

        // What covers "the rest of a state" covers more or less with every task force that changes.
        var rest = RealDirectory.Snapshot.Channels.Where(channel => channel.Coverage.Any(rule => rule.RestOfState is not null)).Select(channel => HsdsId.Of("service", channel.Id).ToString());
        var modified = (await _site.Hsds($"services?minimal=true&modified_after={since}")).Contents().Select(record => record.Id());
        Assert.Equal(rest.Append(id).Order(), modified.Order());
        Assert.All(before, old => Assert.True(string.CompareOrdinal(old.GetProperty("last_modified").GetString(), since) < 0));

        var change = service.GetProperty("metadata").EnumerateArray().Single(entry => entry.GetProperty("field_name").GetString() == "schedules");
        Assert.Equal(("update", "At any hour"), (change.GetProperty("last_action_type").GetString(), change.GetProperty("replacement_value").GetString()));
        Assert.NotEqual("At any hour", change.GetProperty("previous_value").GetString());
        Assert.Equal(since[..10], change.GetProperty("last_action_date").GetString());
        if (HsdsSchemas.AreThere)
            HsdsSchemas.Of("service.json").AssertValid(service);
    }

    [Fact]
    public async Task The_links_meet_every_record_exactly_once_while_others_come_and_go()
    {
        var all = (await _site.Hsds("services?minimal=true")).Contents().Select(record => record.Id()).ToArray();
        var channels = RealDirectory.Snapshot.Channels.ToDictionary(channel => HsdsId.Of("service", channel.Id).ToString());

        // One leaves behind the reader's place and one in front of it, then both come back: page numbers would slip.
        var (met, left, away) = (new List<string>(), new HashSet<string>(), Array.Empty<string>());
        for (string? next = "/hsds/services?per_page=60"; next is not null;)
        {
            var response = await _site.Http.GetAsync(next);
            met.AddRange(JsonElement.Parse(await response.Content.ReadAsStringAsync()).Contents().Select(record => record.Id()));
            next = response.Headers.GetValues("Link").Single().Split(", ").FirstOrDefault(link => link.EndsWith("\"next\"", StringComparison.Ordinal)) is { } link ? link[1..link.IndexOf('>')] : null;
            var publish = away.Length > 0;
            foreach (var id in publish || next is null ? away : away = [Free(met), Free(all.Except(met))])
                await Change(channels[id].Id, channel => channel with { Publish = publish });
            left.UnionWith(away);
            away = publish ? [] : away;
        }
        Assert.True(left.Count >= 4, "the data changed on the way");
        Assert.Equal(met.Count, met.Distinct().Count());
        Assert.Subset(met.ToHashSet(), all.Except(left).ToHashSet());

        string Free(IEnumerable<string> ids) => ids.First(id => !left.Contains(id) && IsFree(channels[id]));
    }

    // Nothing else refers to it, so that it can go.
    private static bool IsFree(Channel channel) => channel.Kind is ChannelKind.Police or ChannelKind.ContentHotline or ChannelKind.Helpline
        && RealDirectory.Facts.GeneralPlan.Contacts.All(contact => contact.Channel != channel.Id)
        && RealDirectory.Facts.Situations.All(situation => situation.Contacts.Concat(situation.AlsoIf.SelectMany(also => also.Contacts)).All(contact => contact.Channel != channel.Id));

    // Returns once the site shows it.
    private async Task Change(string id, Func<Channel, Channel> change)
    {
        await using var context = _database.OpenAsSite();
        var editing = new RecordEditing(context, TimeProvider.System, new() { FourEyes = false });
        var stored = await editing.Read(RecordKey.Channel(id));
        var content = RecordContent.Of(change(stored.Content!.As<Channel>()));
        var note = new EditNote(Guid.NewGuid(), "Read on the agency's page", "https://www.fbi.gov/tips");
        Assert.IsType<EditResult.Applied>(await new Proposals(context, TimeProvider.System, editing).Propose(stored.Key, stored.Version, content, note));
        var revision = await _database.Scalar<long>("select max(number) from directory_revision");
        for (var deadline = DateTime.UtcNow.AddSeconds(60); ; await Task.Delay(100))
        {
            Assert.True(DateTime.UtcNow < deadline, "The site does not show the change.");
            var ready = JsonElement.Parse(await _site.Http.GetStringAsync("/api/v1/states/DE"));
            if (ready.GetProperty("revision").GetInt64() >= revision)
                return;
        }
    }
}
