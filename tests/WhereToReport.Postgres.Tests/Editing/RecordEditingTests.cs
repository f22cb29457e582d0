using Microsoft.EntityFrameworkCore;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Sources;
using WhereToReport.Postgres.Editing;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;
using WhereToReport.Postgres.Snapshots;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Editing;

public sealed class RecordEditingTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Desk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Filled();
        _desk = new(_database);
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Every_record_is_read_as_the_files_have_it()
    {
        var keys = await _desk.Context.RecordChanges.AsNoTracking().ToListAsync();
        var expected = RealDirectory.Facts.Channels.ToDictionary(channel => channel.Id, RecordContent.Of);
        Assert.Equal(expected.Count, keys.Count(change => change.RecordKind == RecordKind.Channel));
        foreach (var change in keys.Where(change => change.Id % 9 == 0))
        {
            var stored = await _desk.Editing.Read(change.Key);
            Assert.Equal(change.Id, stored.Version);
            Assert.Equal(RecordContent.Parse(change.RecordKind, change.After!), stored.Content);
            if (change.RecordKind == RecordKind.Channel)
                Assert.Equal(expected[change.RecordId], stored.Content);
        }
    }

    [Fact]
    public async Task A_record_that_is_not_there_has_no_content_and_no_version() =>
        Assert.Equal(new(RecordKey.Channel("nobody"), null, 0), await _desk.Editing.Read(RecordKey.Channel("nobody")));

    [Fact]
    public async Task Words_of_a_channel_change_at_once_and_nothing_else_does()
    {
        var applied = Desk.Is<EditResult.Applied>(await _desk.Propose("fbi-tips", tips => tips with { Hours = new("Day and night", "Día y noche") }));

        Assert.Equal(2, applied.Revision);
        Assert.Equal(new("Day and night", "Día y noche"), (await _desk.Channel("fbi-tips")).Hours);
        var facts = await DirectoryReader.Read(_desk.Context);
        var expected = RealDirectory.Facts.Channels.Select(channel => channel.Id == "fbi-tips" ? channel with { Hours = new("Day and night", "Día y noche") } : channel);
        Assert.Equal(expected.Select(RecordContent.Of), facts.Channels.Select(RecordContent.Of));
    }

    [Theory]
    [InlineData(RecordKind.Situation)]
    [InlineData(RecordKind.Synonyms)]
    [InlineData(RecordKind.LearnPage)]
    [InlineData(RecordKind.Duty)]
    [InlineData(RecordKind.GeneralPlan)]
    [InlineData(RecordKind.Role)]
    [InlineData(RecordKind.AwarenessFact)]
    [InlineData(RecordKind.Organization)]
    public async Task A_record_of_every_kind_can_be_changed(RecordKind kind)
    {
        await using var desk = new Desk(_database, fourEyes: false);
        var id = await desk.Context.RecordChanges.Where(change => change.RecordKind == kind).Select(change => change.RecordId).FirstAsync();
        var stored = await desk.Editing.Read(new(kind, id));
        var wanted = Changed(stored);

        Desk.Is<EditResult.Applied>(await desk.Proposals.Propose(stored.Key, stored.Version, wanted, Desk.Note()));

        Assert.Equal(wanted, (await desk.Editing.Read(stored.Key)).Content);
        var change = await desk.Context.RecordChanges.SingleAsync(change => change.Origin == ChangeOrigin.Edit);
        Assert.Equal((stored.Key, stored.Content, wanted), (change.Key, RecordContent.Parse(kind, change.Before!), RecordContent.Parse(kind, change.After!)));
    }

    [Fact]
    public async Task The_second_of_two_editors_sees_both_versions_and_loses_nothing()
    {
        var seen = await _desk.Editing.Read(Desk.Tips);
        await _desk.Propose("fbi-tips", tips => tips with { Notes = "First" });

        var second = RecordContent.Of(seen.Content!.As<Channel>() with { Notes = "Second" });
        var stale = Desk.Is<EditResult.Stale>(await _desk.Proposals.Propose(Desk.Tips, seen.Version, second, Desk.Note(Desk.Ben)));

        Assert.Equal("First", stale.Current.Content!.As<Channel>().Notes);
        Assert.Equal("First", (await _desk.Channel("fbi-tips")).Notes);
        Desk.Is<EditResult.Applied>(await _desk.Proposals.Propose(Desk.Tips, stale.Current.Version, second, Desk.Note(Desk.Ben)));
    }

    [Fact]
    public async Task Of_twenty_edits_of_one_version_at_once_one_is_applied()
    {
        var seen = await _desk.Editing.Read(Desk.Tips);
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            await using var desk = new Desk(_database);
            var content = RecordContent.Of(seen.Content!.As<Channel>() with { Notes = $"Edit {number}" });
            return await desk.Proposals.Propose(Desk.Tips, seen.Version, content, Desk.Note());
        }));
        Assert.Single(results.OfType<EditResult.Applied>());
        Assert.Equal(19, results.OfType<EditResult.Stale>().Count());
        Assert.Equal(2L, await _database.Scalar<long>("select max(number) from directory_revision"));
    }

    [Fact]
    public async Task A_change_that_spoils_the_directory_is_refused_with_its_problems()
    {
        var number = Desk.Is<EditResult.Invalid>(await _desk.Propose("fbi-tips", tips => tips with { Phones = [tips.Phones[0] with { Number = "800" + "CALLFBI" }] }));
        Assert.Equal(("channels/national.json", "fbi-tips", "phones[0].number"), Where(number));

        var stored = await _desk.Editing.Read(Desk.Tips);
        var removed = Desk.Is<EditResult.Invalid>(await _desk.Proposals.Propose(RecordKey.Channel("911"), (await _desk.Editing.Read(RecordKey.Channel("911"))).Version, null, Desk.Note()));
        Assert.Contains(removed.Problems, problem => problem is { File: "general-plan.json", Found: "911" });

        var unpublished = Desk.Is<EditResult.Invalid>(await _desk.Propose("911", channel => channel with { Publish = false }));
        Assert.Contains(unpublished.Problems, problem => problem.File == "general-plan.json");

        var renamed = Desk.Is<EditResult.Invalid>(await _desk.Propose("fbi-tips", tips => tips with { Id = "fbi" }));
        Assert.Equal(("channels/national.json", "fbi-tips", "id"), Where(renamed));

        var silent = Desk.Is<EditResult.Invalid>(await _desk.Proposals.Propose(Desk.Tips, stored.Version, null, new(Desk.Ann, " ")));
        Assert.Equal("reason", silent.Problems[0].Field);
        Assert.Equal(1L, await _database.Scalar<long>("select max(number) from directory_revision"));
        Assert.Equal(0L, await _database.Scalar<long>("select count(*) from proposal"));
    }

    [Fact]
    public async Task Nothing_that_needs_a_second_person_is_applied_without_one()
    {
        var stored = await _desk.Editing.Read(Desk.Tips);
        var content = RecordContent.Of(stored.Content!.As<Channel>() with { Website = "https://example.org/" });
        var note = new Postgres.History.ChangeNote { Origin = ChangeOrigin.Edit, At = DateTimeOffset.UtcNow, Reason = "Because", Editor = Desk.Ann };

        Desk.Is<EditResult.NeedsSecondPerson>(await _desk.Editing.Apply(Desk.Tips, stored.Version, content, note));
        Desk.Is<EditResult.NeedsSecondPerson>(await _desk.Editing.Apply(Desk.Tips, stored.Version, content, note with { Approver = Desk.Ann }));
        Desk.Is<EditResult.Applied>(await _desk.Editing.Apply(Desk.Tips, stored.Version, content, note with { Approver = Desk.Ben }));
    }

    [Fact]
    public async Task A_check_keeps_what_the_phone_menu_says_and_needs_no_second_person()
    {
        var stored = await _desk.Editing.Read(Desk.Tips);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var check = new Verification(VerificationMethod.Called, today, new("Press 2 to report.", "Oprima 2 para denunciar."));

        Desk.Is<EditResult.Applied>(await _desk.Editing.Check(Desk.Tips, stored.Version, check, Desk.Ann));

        Assert.Equal(check, (await _desk.Channel("fbi-tips")).Verification);
        var change = await _desk.Context.RecordChanges.OrderBy(change => change.Id).LastAsync();
        Assert.Equal((ChangeOrigin.Check, Desk.Ann, null, false), (change.Origin, change.Editor, change.Approver, change.SingleHanded));
        Desk.Is<EditResult.Stale>(await _desk.Editing.Check(Desk.Tips, stored.Version, check with { PhoneMenu = null }, Desk.Ben));
    }

    [Fact]
    public async Task A_check_of_a_day_to_come_or_with_a_speech_for_a_menu_is_refused()
    {
        var stored = await _desk.Editing.Read(Desk.Tips);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        Desk.Is<EditResult.Invalid>(await _desk.Editing.Check(Desk.Tips, stored.Version, new(VerificationMethod.Called, today.AddDays(3)), Desk.Ann));
        var speech = Desk.Is<EditResult.Invalid>(await _desk.Editing.Check(Desk.Tips, stored.Version, new(VerificationMethod.Called, today, new(new string('x', 201))), Desk.Ann));
        Assert.Equal("verification.phoneMenu", speech.Problems[0].Field);
        Desk.Is<EditResult.NotFound>(await _desk.Editing.Check(RecordKey.Channel("nobody"), 0, new(VerificationMethod.Called, today), Desk.Ann));
        await Assert.ThrowsAsync<ArgumentException>(() => _desk.Editing.Check(RecordKey.GeneralPlan, 0, new(VerificationMethod.Called, today), Desk.Ann));
    }

    [Fact]
    public async Task A_county_that_one_task_force_takes_leaves_the_rest_of_the_state()
    {
        await using var desk = new Desk(_database, fourEyes: false);
        var rest = RealDirectory.Facts.Channels.First(channel => channel.Coverage.Any(rule => rule.RestOfState is not null));
        var taken = await _database.Scalar<string>($"select min(county_fips) from coverage where channel_id = '{rest.Id}' and rest_of_state");
        var other = rest with { Id = "another-force", Coverage = [new() { Counties = [taken!], Basis = CoverageBasis.Stated }] };

        Desk.Is<EditResult.Applied>(await desk.Proposals.Propose(RecordKey.Channel(other.Id), 0, RecordContent.Of(other), Desk.Note()));

        Assert.Equal(0L, await _database.Scalar<long>($"select count(*) from coverage where channel_id = '{rest.Id}' and county_fips = '{taken}'"));
        Assert.Equal(RecordContent.Of(rest), (await desk.Editing.Read(RecordKey.Channel(rest.Id))).Content);
        Assert.Equal(1L, await _database.Scalar<long>("select count(*) from record_change where revision = 2"));
    }

    private static (string File, string Record, string Field) Where(EditResult.Invalid result) =>
        (result.Problems[0].File, result.Problems[0].Record, result.Problems[0].Field);

    private static RecordContent Changed(StoredRecord stored)
    {
        var content = stored.Content!;
        return stored.Key.Kind switch
        {
            RecordKind.Situation => RecordContent.Of(content.As<Situation>() is var situation
                ? situation with { SchoolLabel = null, Contacts = [.. situation.Contacts.Reverse()], AlsoIf = [new() { When = new("If so"), Why = new("Because"), Contacts = [new() { Channel = "988" }] }], Do = [] }
                : null!),
            RecordKind.Synonyms => RecordContent.Of(content.As<Synonyms>() with { Words = new() { En = ["blackmail", "threat"] } }),
            RecordKind.LearnPage => RecordContent.Of(content.As<LearnPage>() with { Title = "Another", Sources = [new("https://example.org/", "An example")] }),
            RecordKind.Duty => RecordContent.Of(content.As<Duty>() with { OralDeadline = null, Notes = "Read again" }),
            RecordKind.GeneralPlan => RecordContent.Of(new GeneralPlan { Contacts = [.. content.As<GeneralPlan>().Contacts.Reverse()] }),
            RecordKind.Role => RecordContent.Of(content.As<Role>() with { Name = new("Another"), NotFor = new("Nothing else") }),
            RecordKind.AwarenessFact => RecordContent.Of(content.As<AwarenessFact>() with { Figure = new("1 in 7"), Year = 2025 }),
            _ => RecordContent.Of(content.As<Organization>() with { Name = new("Another", "Otra"), City = null }),
        };
    }
}
