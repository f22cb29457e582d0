using Npgsql;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Postgres.Editing;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Snapshots;
using WhereToReport.Postgres.Tests.Editing;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Snapshots;

public sealed class SnapshotHistoryTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private NpgsqlDataSource _source = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Filled();
        _source = NpgsqlDataSource.Create(_database.AsSite);
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task An_edit_makes_the_edited_channel_new_and_no_other()
    {
        var old = await Load();
        await Change("fbi-tips", channel => channel with { Hours = new("Day and night") });
        var now = await Load();
        foreach (var channel in now.Channels)
        {
            var changed = channel.Id == "fbi-tips" || channel.Coverage.Any(rule => rule.RestOfState is not null);
            Assert.Equal((channel.Id, changed), (channel.Id, now.ChangedAtOf(channel) > old.ChangedAtOf(channel)));
            Assert.True(now.ChangedAtOf(channel) <= now.ChangedAt);
        }
        Assert.All(now.Facts.Situations, situation => Assert.Equal(old.ChangedAtOf(situation), now.ChangedAtOf(situation)));
        Assert.All(now.Facts.Duties, duty => Assert.Equal(old.ChangedAtOf(duty), now.ChangedAtOf(duty)));
    }

    [Fact]
    public async Task It_knows_what_the_public_saw_before_and_nothing_that_only_editors_see()
    {
        var first = (await Load()).Channel("fbi-tips")!;
        Assert.Empty((await Load()).ChangesOf(first));
        await Change("fbi-tips", channel => channel with { Hours = new("Day and night"), Notes = "Doubtful" });
        await Change("fbi-tips", channel => channel with { Notes = "No doubt" });
        await Change("fbi-tips", channel => channel with { Hours = new("At any hour") });

        var now = await Load();
        var changes = now.ChangesOf(now.Channel("FBI-TIPS")!).ToArray();
        Assert.Equal(["At any hour", "Day and night"], changes.Select(change => change.After.Hours!.En));
        Assert.Equal(["Day and night", first.Hours?.En], changes.Select(change => change.Before.Hours?.En));
        Assert.All(changes, change => Assert.Null(change.After.Notes));
        Assert.Equal(now.ChangedAtOf(now.Channel("fbi-tips")!), changes[0].At);
    }

    [Fact]
    public async Task The_copy_on_disk_keeps_it()
    {
        await Change("fbi-tips", channel => channel with { Hours = new("Day and night") });
        var written = await Load();
        var folder = Directory.CreateTempSubdirectory("snapshot-");
        try
        {
            var file = new SnapshotFile(Path.Combine(folder.FullName, "snapshot.json"));
            await file.Write(written);
            var read = (await file.Read())!.Directory;
            Assert.Equal(Json(written.History), Json(read.History));
            Assert.NotEmpty(read.History.ChannelChanges);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task Change(string id, Func<Channel, Channel> change)
    {
        await using var desk = new Desk(_database, fourEyes: false);
        Assert.IsType<EditResult.Applied>(await desk.Propose(id, change));
    }

    private async Task<DirectorySnapshot> Load() =>
        (await new SnapshotLoader(_source, TimeProvider.System).FromPostgres(TestContext.Current.CancellationToken))!.Directory;

    private static string Json(DirectoryHistory history) => System.Text.Json.JsonSerializer.Serialize(history, DirectoryJson.Compact);
}
