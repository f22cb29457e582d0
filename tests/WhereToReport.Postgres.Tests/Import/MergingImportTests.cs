using System.Diagnostics;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Postgres.Editing;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Import;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Snapshots;
using WhereToReport.Postgres.Tests.Editing;
using WhereToReport.Postgres.Tests.Files;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Import;

public sealed class MergingImportTests : IAsyncLifetime
{
    private const string National = "channels/national.json";

    private TestDatabase _database = null!;
    private Desk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Filled();
        _desk = new(_database, fourEyes: false);
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task What_only_an_editor_changed_stays_and_what_only_the_files_changed_comes()
    {
        await Edit("fbi-tips", tips => tips with { Notes = "From the desk" });

        var result = await Import(With("fbi-ic3", ic3 => ic3 with { Notes = "From the files" }));

        Assert.Equal((3L, 0, 1, 0, 1), (result.Revision, result.Added, result.Changed, result.Removed, result.KeptFromDatabase));
        Assert.Equal("From the desk", (await _desk.Channel("fbi-tips")).Notes);
        Assert.Equal("From the files", (await _desk.Channel("fbi-ic3")).Notes);
    }

    [Fact]
    public async Task Importing_the_same_files_again_and_again_never_takes_an_edit_back()
    {
        await Edit("fbi-tips", tips => tips with { Notes = "From the desk" });
        for (var round = 0; round < 3; round++)
            Assert.True((await Import(RealDirectory.Facts)).ChangedNothing);
        Assert.Equal("From the desk", (await _desk.Channel("fbi-tips")).Notes);
    }

    [Fact]
    public async Task A_true_conflict_is_told_and_nothing_is_written()
    {
        await Edit("fbi-tips", tips => tips with { Notes = "From the desk" });
        await Edit("gb-childline", null);
        var facts = With("fbi-tips", tips => tips with { Hours = new("From the files") });
        facts = facts with { Channels = [.. facts.Channels.Select(channel => channel.Id is "gb-childline" or "fbi-ic3" ? channel with { Notes = "From the files" } : channel)] };

        var conflicts = (await Assert.ThrowsAsync<ImportConflictsException>(() => Import(facts))).Conflicts;

        Assert.Equal(
            [
                new(National, RecordKey.Channel("fbi-tips"), "hours", "notes"),
                new("channels/international.json", RecordKey.Channel("gb-childline"), "notes", "removed"),
            ],
            conflicts);
        Assert.NotEqual("From the files", (await _desk.Channel("fbi-ic3")).Notes);
        Assert.Equal(3L, await _database.Scalar<long>("select max(number) from directory_revision"));
    }

    [Theory]
    [InlineData(Preference.Files, "From the files")]
    [InlineData(Preference.Database, "From the desk")]
    public async Task A_conflict_is_decided_by_who_is_preferred_once_and_for_all(Preference preference, string expected)
    {
        await Edit("fbi-tips", tips => tips with { Notes = "From the desk" });
        var facts = With("fbi-tips", tips => tips with { Notes = "From the files" });

        await Import(facts, preference);

        Assert.Equal(expected, (await _desk.Channel("fbi-tips")).Notes);
        Assert.True((await Import(facts)).ChangedNothing);
    }

    [Fact]
    public async Task After_an_edit_the_export_holds_it_and_importing_that_export_is_a_no_op()
    {
        using var folder = new DataFolder();
        await Edit("fbi-tips", tips => tips with { Website = "https://example.org/desk" });
        await Edit("gb-childline", null);
        var added = RealDirectory.Facts.Channels.First(channel => channel.Kind == ChannelKind.ChildProtectionLine) with { Id = "another-line" };
        Desk.Is<EditResult.Applied>(await _desk.Proposals.Propose(RecordKey.Channel(added.Id), 0, RecordContent.Of(added), Desk.Note()));

        await Export(folder.Path);

        var changed = Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder.Path, file))
            .Where(file => !File.ReadAllBytes(Path.Combine(Repository.Data, file)).SequenceEqual(File.ReadAllBytes(Path.Combine(folder.Path, file))));
        Assert.Equal(["channels/child-protection-lines.json", "channels/international.json", National], changed.Order(StringComparer.Ordinal));
        Assert.Contains("https://example.org/desk", File.ReadAllText(Path.Combine(folder.Path, National)));
        var result = await Import(DirectoryFiles.Read(folder.Path));
        Assert.Equal((true, 0, 4L), (result.ChangedNothing, result.KeptFromDatabase, result.Revision));
    }

    [Fact]
    public async Task Files_that_remove_what_an_edit_now_refers_to_are_refused()
    {
        await Edit("fbi-tips", tips => tips with { Operator = "internet-watch-foundation" });
        var unused = RealDirectory.Facts with
        {
            Organizations = [.. RealDirectory.Facts.Organizations.Where(organization => organization.Id != "internet-watch-foundation")],
            Channels = [.. RealDirectory.Facts.Channels.Select(channel => channel.Operator == "internet-watch-foundation" ? channel with { Operator = null } : channel)],
        };
        var problem = Assert.Single((await Assert.ThrowsAsync<DataProblemsException>(() => Import(unused))).Problems);
        Assert.Equal((National, "fbi-tips", "operator"), (problem.File, problem.Record, problem.Field));
    }

    [Fact]
    public async Task A_removed_record_and_all_that_referred_to_it_go_in_one_import()
    {
        var gone = RealDirectory.Facts.Situations[^1].Id;
        var facts = RealDirectory.Facts with
        {
            Situations = [.. RealDirectory.Facts.Situations.SkipLast(1)],
            Synonyms = [.. RealDirectory.Facts.Synonyms.Where(synonyms => synonyms.Situation != gone)],
            Channels = [.. RealDirectory.Facts.Channels.Select(channel => channel with { Situations = [.. channel.Situations.Where(id => id != gone)] })],
        };
        var result = await Import(facts);
        Assert.Equal(2, result.Removed);
        Assert.Equal(2L, await _database.Scalar<long>("select count(*) from record_change where after is null"));
    }

    [Fact]
    public async Task Another_order_in_the_files_is_taken_over_and_is_no_change_of_a_record()
    {
        var facts = RealDirectory.Facts with { Roles = [.. RealDirectory.Facts.Roles.Reverse()] };
        var result = await Import(facts);
        Assert.Equal((0, true, 2L), (result.Changed, result.OrderChanged, result.Revision));
        Assert.Equal(0L, await _database.Scalar<long>("select count(*) from record_change where revision = 2"));
        await using var context = _database.Open();
        Assert.Equal(facts.Roles.Select(role => role.Id), (await DirectoryReader.Read(context)).Roles.Select(role => role.Id));
    }

    [Fact]
    public async Task A_database_from_before_the_merge_takes_the_files_as_it_always_did()
    {
        await _database.Execute("delete from imported_record");
        var result = await Import(With("fbi-tips", tips => tips with { Notes = "From the files" }));
        Assert.Equal(1, result.Changed);
        Assert.Equal("From the files", (await _desk.Channel("fbi-tips")).Notes);
    }

    [Fact]
    public async Task The_command_tells_conflicts_and_how_to_decide_them()
    {
        using var folder = new DataFolder();
        folder.ChangeRecord(National, "fbi-tips", record => record["notes"] = "From the files");
        await Edit("fbi-tips", tips => tips with { Notes = "From the desk" });

        var (refused, told) = await RunImport(folder.Path);
        Assert.Equal(1, refused);
        Assert.Contains("fbi-tips", told);
        Assert.Contains("--prefer", told);

        var (taken, _) = await RunImport(folder.Path, "--prefer", "files");
        Assert.Equal((0, "From the files"), (taken, (await _desk.Channel("fbi-tips")).Notes));
    }

    private static DirectoryFacts With(string id, Func<Channel, Channel> change) =>
        RealDirectory.Facts with { Channels = [.. RealDirectory.Facts.Channels.Select(channel => channel.Id == id ? change(channel) : channel)] };

    private async Task Edit(string id, Func<Channel, Channel>? change)
    {
        var stored = await _desk.Editing.Read(RecordKey.Channel(id));
        var content = change is null ? null : RecordContent.Of(change(stored.Content!.As<Channel>()));
        Desk.Is<EditResult.Applied>(await _desk.Proposals.Propose(stored.Key, stored.Version, content, Desk.Note()));
    }

    private async Task<ImportResult> Import(DirectoryFacts facts, Preference preference = Preference.None)
    {
        await using var context = _database.Open();
        return await new DirectoryImport(context, TimeProvider.System).Run(facts, preference);
    }

    private async Task Export(string folder)
    {
        await using var context = _database.Open();
        DirectoryFilesWriter.Write(await DirectoryReader.Read(context), folder);
    }

    private async Task<(int Code, string Output)> RunImport(string folder, params string[] options)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Repository.Program("WhereToReport.Cli"), "import", folder, .. options])
        {
            Environment = { ["ConnectionStrings__Directory"] = _database.ConnectionString },
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
