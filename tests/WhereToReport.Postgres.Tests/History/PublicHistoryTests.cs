using Npgsql;
using WhereToReport.Domain.Channels;
using WhereToReport.Postgres.Editing;
using WhereToReport.Postgres.History;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;
using WhereToReport.Postgres.Tests.Editing;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.History;

public sealed class PublicHistoryTests : IAsyncLifetime
{
    private const long AllRevisions = long.MaxValue;

    private TestDatabase _database = null!;
    private NpgsqlDataSource _source = null!;
    private PublicHistory _history = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Filled();
        _source = NpgsqlDataSource.Create(_database.ConnectionString);
        _history = new(_source);
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task It_tells_of_every_public_record_and_of_no_other()
    {
        var told = (await Walk(100)).Select(change => change.Record).ToArray();
        Assert.Equal(told.Length, told.Distinct().Count());
        Assert.Equal(
            RealDirectory.Facts.Channels.Where(channel => channel.Publish).Select(channel => channel.Id).Order(),
            told.Where(record => record.Kind == RecordKind.Channel).Select(record => record.Id).Order());
        Assert.Equal(RealDirectory.Facts.Situations.Count, told.Count(record => record.Kind == RecordKind.Situation));
    }

    [Fact]
    public async Task A_change_names_its_fields_its_reason_and_nobody()
    {
        await Change("fbi-tips", channel => channel with { Notes = "Doubtful", Hours = new("Day and night") });
        var change = Assert.Single(await New());
        Assert.Equal((RecordKey.Channel("fbi-tips"), ChangeEffect.Changed, ChangeOrigin.Edit), (change.Record, change.Effect, change.Origin));
        Assert.Equal(["hours"], change.Fields);
        Assert.Equal(("The agency's page says so", "https://www.fbi.gov/tips"), (change.Reason, change.Source));
        Assert.DoesNotContain(typeof(PublicChange).GetProperties(), property => property.PropertyType == typeof(Guid) || property.PropertyType == typeof(Guid?));
    }

    [Fact]
    public async Task What_only_editors_see_is_no_change()
    {
        await Change("fbi-tips", channel => channel with { Notes = "Doubtful" });
        Assert.Empty(await New());
    }

    [Fact]
    public async Task A_record_comes_and_goes_with_its_publication()
    {
        await Change("fbi-tips", channel => channel with { Publish = false });
        await Change("fbi-tips", channel => channel with { Hours = new("Nobody may know yet") });
        await Change("fbi-tips", channel => channel with { Publish = true });
        Assert.Equal([ChangeEffect.Removed, ChangeEffect.Added], (await New()).Select(change => change.Effect));
    }

    [Fact]
    public async Task It_ends_with_the_revision_that_is_asked_for()
    {
        await Change("fbi-tips", channel => channel with { Hours = new("Day and night") });
        var (first, all) = (await _history.After(0, 1, 10_000, default), await _history.After(0, 2, 10_000, default));
        Assert.Equal(first.Changes.Count + 1, all.Changes.Count);
        Assert.Equal(first.End, (await _history.After(first.End, 1, 10, default)).End);
    }

    [Fact]
    public async Task It_begins_at_a_moment()
    {
        var before = DateTimeOffset.UtcNow;
        Assert.Empty((await _history.After(await _history.BeginOf(before, AllRevisions, default), AllRevisions, 10, default)).Changes);
        await Change("fbi-tips", channel => channel with { Hours = new("Day and night") });
        Assert.Single((await _history.After(await _history.BeginOf(before, AllRevisions, default), AllRevisions, 10, default)).Changes);
        Assert.Equal(await Walk(200), (await _history.After(await _history.BeginOf(DateTimeOffset.UnixEpoch, AllRevisions, default), AllRevisions, 10_000, default)).Changes, Same);
    }

    [Fact]
    public async Task Backwards_it_tells_the_same()
    {
        var backwards = new List<PublicChange>();
        for (var (before, more) = (long.MaxValue, true); more;)
        {
            var part = await _history.Before(before, AllRevisions, 77, default);
            backwards.AddRange(part.Changes);
            (before, more) = (part.End, part.More);
        }
        backwards.Reverse();
        Assert.Equal(await Walk(50), backwards, Same);
    }

    // Two editors write while a reader walks on; every change is met exactly once, in order, by whoever follows the ends of the parts.
    [Fact]
    public async Task Who_goes_on_where_a_part_ended_misses_nothing_while_others_write()
    {
        var start = (await _history.After(0, AllRevisions, 10_000, default)).End;
        var writing = Task.WhenAll(Write("fbi-tips"), Write("childhelp"));
        var met = new List<PublicChange>();
        for (var (end, done) = (start, false); !done;)
        {
            done = writing.IsCompleted;
            var part = await _history.After(end, AllRevisions, 2, default);
            met.AddRange(part.Changes);
            end = part.End;
            done &= !part.More;
        }
        await writing;
        Assert.Equal(20, met.Count);
        Assert.Equal(met.Select(change => change.Id).Order(), met.Select(change => change.Id).Distinct());

        async Task Write(string channel)
        {
            for (var i = 0; i < 10; i++)
                await Change(channel, old => old with { Hours = new($"Hours {i}") });
        }
    }

    [Fact]
    public async Task Without_a_database_it_says_so()
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody;Database=none");
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => new PublicHistory(nowhere).After(0, AllRevisions, 10, default));
    }

    private static bool Same(PublicChange one, PublicChange other) => one.Id == other.Id;

    private async Task<IReadOnlyList<PublicChange>> New() => (await Walk(100)).Where(change => change.Revision > 1).ToArray();

    private async Task<IReadOnlyList<PublicChange>> Walk(int most)
    {
        var walked = new List<PublicChange>();
        for (var (end, more) = (0L, true); more;)
        {
            var part = await _history.After(end, AllRevisions, most, default);
            walked.AddRange(part.Changes);
            (end, more) = (part.End, part.More);
        }
        return walked;
    }

    private async Task Change(string id, Func<Channel, Channel> change)
    {
        await using var desk = new Desk(_database, fourEyes: false);
        for (EditResult result = new EditResult.NotFound(); result is not EditResult.Applied;)
        {
            result = await desk.Propose(id, change);
            Assert.True(result is EditResult.Applied or EditResult.Stale, result.ToString());
        }
    }
}
