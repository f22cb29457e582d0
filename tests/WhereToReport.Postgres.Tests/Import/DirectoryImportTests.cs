using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using WhereToReport.Domain;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Import;
using WhereToReport.Postgres.Snapshots;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Import;

public class DirectoryImportTests
{
    [Fact]
    public async Task What_was_imported_is_read_back_unchanged()
    {
        await using var database = await TestDatabase.Filled();
        await using var context = database.Open();
        var read = await DirectoryReader.Read(context);
        Assert.Equal(Json(RealDirectory.Facts with { Gazetteer = new() }), Json(read with { Gazetteer = new() }));
        Assert.Equal(Json(RealDirectory.Facts.Gazetteer), Json(read.Gazetteer));
    }

    [Fact]
    public async Task Importing_the_same_data_twice_makes_no_new_revision()
    {
        await using var database = await TestDatabase.Filled();
        var again = await Import(database, RealDirectory.Facts);
        Assert.True(again.ChangedNothing);
        Assert.Equal(1, again.Revision);
        Assert.Equal(1L, await database.Scalar<long>("select count(*) from directory_revision"));
    }

    [Fact]
    public async Task A_changed_an_added_and_a_removed_record_make_one_revision_and_touch_nothing_else()
    {
        await using var database = await TestDatabase.Filled();
        var untouched = await database.Scalar<int>("select min(id) from contact where channel_id = 'ncmec-cybertipline'");
        var channels = RealDirectory.Facts.Channels;
        var changed = channels.Single(channel => channel.Id == "fbi-tips") with { Website = "https://example.org/changed" };
        var added = channels.Single(channel => channel.Id == "gb-iwf") with { Id = "gb-iwf-copy" };
        var facts = RealDirectory.Facts with
        {
            Channels = [.. channels.Where(channel => channel.Id != "gb-childline").Select(channel => channel.Id == changed.Id ? changed : channel), added],
        };

        var result = await Import(database, facts);

        Assert.Equal((2, 1, 1, 1), (result.Revision, result.Added, result.Changed, result.Removed));
        Assert.False(result.GazetteerChanged);
        await using var context = database.Open();
        Assert.Equal(Json(facts), Json(await DirectoryReader.Read(context)));
        Assert.Equal(untouched, await database.Scalar<int>("select min(id) from contact where channel_id = 'ncmec-cybertipline'"));
    }

    [Fact]
    public async Task A_changed_situation_plan_and_place_are_written_whole()
    {
        await using var database = await TestDatabase.Filled();
        var situation = RealDirectory.Facts.Situations[1];
        var facts = RealDirectory.Facts with
        {
            Situations = [.. RealDirectory.Facts.Situations.Select(each => each.Id == situation.Id ? each with { Contacts = [.. each.Contacts.Reverse()], AlsoIf = [.. each.AlsoIf.Take(1)] } : each)],
            GeneralPlan = new() { Contacts = [.. RealDirectory.Facts.GeneralPlan.Contacts.Take(5)] },
            Gazetteer = RealDirectory.Facts.Gazetteer with
            {
                Counties = [.. RealDirectory.Facts.Gazetteer.Counties.Select(county => county.Fips == "06085" ? county with { ShortName = "Renamed" } : county)],
            },
        };

        var result = await Import(database, facts);

        Assert.True(result.GazetteerChanged);
        Assert.Equal(2, result.Changed);
        await using var context = database.Open();
        Assert.Equal(Json(facts), Json(await DirectoryReader.Read(context)));
    }

    [Fact]
    public async Task What_the_database_refuses_changes_nothing()
    {
        await using var database = await TestDatabase.Filled();
        var tips = RealDirectory.Facts.Channels.Single(channel => channel.Id == "fbi-tips");
        var bad = tips with { Phones = [tips.Phones[0] with { Number = "not a number" }] };
        var facts = RealDirectory.Facts with { Channels = [.. RealDirectory.Facts.Channels.Select(channel => channel.Id == bad.Id ? bad : channel)] };

        await Assert.ThrowsAnyAsync<Exception>(() => Import(database, facts));

        await AssertUnchanged(database);
    }

    [Fact]
    public async Task An_import_that_is_killed_half_way_leaves_the_old_revision()
    {
        await using var database = await TestDatabase.Filled();
        var facts = RealDirectory.Facts with
        {
            Channels = [.. RealDirectory.Facts.Channels.Select(channel => channel with { Website = "https://example.org/" })],
        };
        var killAfterWriting = new Reported(progress =>
        {
            if (progress.Doing == "Committing")
                Kill(database);
        });

        await using (var context = database.Open())
            await Assert.ThrowsAnyAsync<Exception>(() => new DirectoryImport(context, TimeProvider.System).Run(facts, progress: killAfterWriting));

        NpgsqlConnection.ClearAllPools();
        await AssertUnchanged(database);
    }

    [Fact]
    public async Task A_killed_import_process_leaves_the_old_revision_or_the_new_one()
    {
        await using var database = await TestDatabase.Empty();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Repository.Program("WhereToReport.Cli"), "import", Repository.Data])
        {
            Environment = { ["ConnectionStrings__Directory"] = database.ConnectionString },
            RedirectStandardOutput = true,
        })!;
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        process.Kill();
        await process.WaitForExitAsync();

        var revisions = await database.Scalar<long>("select count(*) from directory_revision");
        Assert.Equal(revisions == 0 ? 0L : RealDirectory.Facts.Channels.Count, await database.Scalar<long>("select count(*) from channel"));
    }

    private static async Task AssertUnchanged(TestDatabase database)
    {
        await using var context = database.Open();
        Assert.Equal(Json(RealDirectory.Facts), Json(await DirectoryReader.Read(context)));
        Assert.Equal(1L, await database.Scalar<long>("select max(number) from directory_revision"));
    }

    private static async Task<ImportResult> Import(TestDatabase database, DirectoryFacts facts)
    {
        await using var context = database.Open();
        return await new DirectoryImport(context, TimeProvider.System).Run(facts);
    }

    private static void Kill(TestDatabase database)
    {
        using var connection = new NpgsqlConnection(TestServer.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(
            $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{new NpgsqlConnectionStringBuilder(database.ConnectionString).Database}'", connection);
        command.ExecuteNonQuery();
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, DirectoryJson.Compact);

    private sealed class Reported(Action<ImportProgress> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value);
    }
}
