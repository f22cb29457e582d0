using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using WhereToReport.Domain.Channels;
using WhereToReport.Postgres.Editing;
using WhereToReport.Postgres.Import;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Snapshots;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Serving;

public class SnapshotTests
{
    private const string NoDatabase = "Host=127.0.0.1;Port=1;Username=nobody;Database=none";

    [Fact]
    public async Task A_node_with_a_database_serves_from_it_and_says_so()
    {
        await using var database = await TestDatabase.Filled();
        await using var site = await SiteProcess.Start(database.AsSite);
        var health = await Health(site);
        Assert.Equal(("postgres", 1L), (health.GetProperty("source").GetString(), health.GetProperty("revision").GetInt64()));
        Assert.InRange(health.GetProperty("ageSeconds").GetInt64(), 0, 10);
        Assert.Equal("live", await site.Http.GetStringAsync("/health/live"));
    }

    [Fact]
    public async Task An_import_is_seen_within_ten_seconds()
    {
        await using var database = await TestDatabase.Filled();
        await using var site = await SiteProcess.Start(database.AsSite);
        var tips = RealDirectory.Facts.Channels.Single(channel => channel.Id == "fbi-tips") with { Website = "https://example.org/new" };
        var facts = RealDirectory.Facts with { Channels = [.. RealDirectory.Facts.Channels.Select(channel => channel.Id == tips.Id ? tips : channel)] };

        await using (var context = database.Open())
            await new DirectoryImport(context, TimeProvider.System).Run(facts);

        await Eventually.Happens(async () => (await Health(site)).GetProperty("revision").GetInt64() == 2, within: TimeSpan.FromSeconds(10));
        Assert.Contains("https://example.org/new", await site.Http.GetStringAsync("/api/v1/answer?place=94043"));
    }

    [Fact]
    public async Task An_accepted_change_is_seen_on_the_public_page_within_ten_seconds()
    {
        await using var database = await TestDatabase.Filled();
        await using var site = await SiteProcess.Start(database.AsSite);
        await using var context = database.Open();
        var editing = new RecordEditing(context, TimeProvider.System, new());
        var proposals = new Proposals(context, TimeProvider.System, editing);
        var tips = await editing.Read(RecordKey.Channel("fbi-tips"));
        var wanted = RecordContent.Of(tips.Content!.As<Channel>() with { Website = "https://example.org/accepted" });

        var proposed = Assert.IsType<EditResult.Proposed>(await proposals.Propose(tips.Key, tips.Version, wanted, new(Guid.NewGuid(), "The page moved")));
        await Task.Delay(TimeSpan.FromSeconds(4));
        Assert.DoesNotContain("https://example.org/accepted", await site.Http.GetStringAsync("/channels/fbi-tips"));
        Assert.IsType<EditResult.Applied>(await proposals.Accept(proposed.Proposal, Guid.NewGuid()));

        await Eventually.Happens(async () => (await site.Http.GetStringAsync("/channels/fbi-tips")).Contains("https://example.org/accepted"), within: TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Without_database_and_file_the_bundled_data_answers()
    {
        await using var site = await SiteProcess.Start(NoDatabase);
        var health = await Health(site);
        Assert.Equal(("bundled", 0L), (health.GetProperty("source").GetString(), health.GetProperty("revision").GetInt64()));
        await AssertAnswers(site);
    }

    [Fact]
    public async Task Without_database_a_typing_error_brings_suggestions_all_the_same()
    {
        await using var site = await SiteProcess.Start(NoDatabase);
        using var answer = await site.Http.GetAsync("/api/v1/answer?place=Los+Angelos");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var suggestions = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("suggestions");
        Assert.Equal("06037", suggestions[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Without_database_the_file_answers()
    {
        await using var site = await SiteProcess.Start(NoDatabase, file => new SnapshotFile(file).Write(RealDirectory.Snapshot).Wait());
        Assert.Equal("file", (await Health(site)).GetProperty("source").GetString());
        await AssertAnswers(site);
    }

    [Fact]
    public async Task A_damaged_file_is_set_aside_and_the_bundled_data_answers()
    {
        await using var site = await SiteProcess.Start(NoDatabase, file => File.WriteAllText(file, "{ \"revision\": 7, "));
        Assert.Equal("bundled", (await Health(site)).GetProperty("source").GetString());
        Assert.True(File.Exists(site.SnapshotFile + ".damaged"));
        Assert.Contains("damaged", site.Output);
    }

    [Fact]
    public async Task A_node_keeps_its_snapshot_on_file()
    {
        await using var database = await TestDatabase.Filled();
        await using var site = await SiteProcess.Start(database.AsSite);
        await Eventually.Happens(() => File.Exists(site.SnapshotFile), within: TimeSpan.FromSeconds(10));
        Assert.Equal(1, (await new SnapshotFile(site.SnapshotFile).Read())!.Directory.Revision);
    }

    [Fact]
    public async Task An_empty_database_is_not_served()
    {
        await using var database = await TestDatabase.Empty();
        await using var site = await SiteProcess.Start(database.AsSite);
        Assert.Equal("bundled", (await Health(site)).GetProperty("source").GetString());
    }

    [Fact]
    public async Task A_database_that_goes_away_is_not_missed()
    {
        var database = await TestDatabase.Filled();
        await using var site = await SiteProcess.Start(database.AsSite);
        await database.DisposeAsync();
        await Eventually.Happens(() => site.Output.Contains("going on with the snapshot in memory"), within: TimeSpan.FromSeconds(20));
        await AssertAnswers(site);
        Assert.Equal("postgres", (await Health(site)).GetProperty("source").GetString());
    }

    private static async Task AssertAnswers(SiteProcess site)
    {
        var answer = await site.Http.GetFromJsonAsync<JsonElement>("/api/v1/answer?place=94043");
        Assert.Equal("06085", answer.GetProperty("place").GetProperty("id").GetString());
        Assert.Contains("CyberTipline", await site.Http.GetStringAsync("/us/ca/santa-clara-county"));
    }

    private static Task<JsonElement> Health(SiteProcess site) => site.Http.GetFromJsonAsync<JsonElement>("/health/ready");
}
