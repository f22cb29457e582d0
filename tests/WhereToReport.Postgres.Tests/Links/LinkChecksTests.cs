using Microsoft.EntityFrameworkCore;
using Npgsql;
using WhereToReport.Domain.Links;
using WhereToReport.Postgres.Links;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Links;

public sealed class LinkChecksTests : IAsyncLifetime
{
    private const string Tips = "https://tips.example/";
    private const string Law = "https://law.example/statute";
    private static readonly DateTimeOffset s_start = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly DirectoryLink s_tips = new(Tips, [new(LinkedRecord.Channel, "fbi-tips", LinkPart.Website), new(LinkedRecord.Situation, "sextortion", LinkPart.Source)]);
    private static readonly DirectoryLink s_law = new(Law, [new(LinkedRecord.Duty, "CA", LinkPart.Statute)]);

    private TestDatabase _database = null!;
    private NpgsqlDataSource _source = null!;
    private LinkChecks _checks = null!;
    private LinkReport _report = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Empty();
        _source = NpgsqlDataSource.Create(_database.AsSite);
        (_checks, _report) = (new(_source), new(_source));
        await _checks.Keep([s_tips, s_law], s_start, default);
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_new_link_is_due_at_once_and_after_a_success_in_a_week()
    {
        Assert.Equal([Law, Tips], await _checks.Due(s_start, 10, default));
        await _checks.Record(Tips, new(LinkOutcome.Works) { Status = 200 }, s_start, default);
        Assert.Equal([Law], await _checks.Due(s_start.AddDays(6.9), 10, default));
        Assert.Equal([Law, Tips], await _checks.Due(s_start.AddDays(7), 10, default));
        Assert.Equal([Law], await _checks.Due(s_start.AddDays(7), 1, default));
    }

    [Fact]
    public async Task Keeping_the_list_again_changes_nothing_that_was_found()
    {
        await _checks.Record(Tips, new(LinkOutcome.ClientError) { Status = 404 }, s_start, default);
        await _checks.Keep([s_tips, s_law], s_start.AddHours(1), default);
        var tips = Assert.Single(await _report.All(new() { Failing = true }, default));
        Assert.Equal((1, 404, s_start.AddHours(6)), (tips.Failures, tips.Status, tips.NextDue));
        Assert.Equal(s_tips.Uses.ToHashSet(), tips.Uses.Select(use => new LinkUse(use.Record, use.RecordId, use.Part)).ToHashSet());
    }

    [Fact]
    public async Task A_link_that_nothing_uses_any_more_goes_with_its_results()
    {
        await _checks.Record(Tips, new(LinkOutcome.Works), s_start, default);
        await _checks.Keep([s_law with { Uses = [new(LinkedRecord.Duty, "NV", LinkPart.Source)] }], s_start, default);
        var left = Assert.Single(await _report.All(new(), default));
        Assert.Equal((Law, "NV"), (left.Url, Assert.Single(left.Uses).RecordId));
        Assert.Equal(0, await _database.Scalar<long>("select count(*) from link_result"));

        await _checks.Record(Tips, new(LinkOutcome.Works), s_start, default);
        Assert.Single(await _report.All(new(), default));
    }

    [Fact]
    public async Task A_link_is_broken_after_three_failures_in_a_row_over_two_days()
    {
        await FailAfter(TimeSpan.Zero, TimeSpan.FromHours(6), TimeSpan.FromHours(30), TimeSpan.FromHours(47));
        Assert.Empty(await _report.BrokenLinks(default));

        await FailAfter(TimeSpan.FromHours(48));
        var broken = Assert.Single(await _report.BrokenLinks(default));
        Assert.Equal((Tips, 5, s_start), (broken.Url, broken.Failures, broken.FirstFailedAt));
        Assert.Equal(["fbi-tips", "sextortion"], broken.Uses.Select(use => use.RecordId).Order());
        Assert.Equal(5, broken.Results.Count);
        Assert.Equal(s_start.AddHours(48), broken.Results[0].CheckedAt);

        await _checks.Record(Tips, new(LinkOutcome.Works), s_start.AddDays(3), default);
        Assert.Empty(await _report.BrokenLinks(default));
    }

    [Fact]
    public async Task Two_failures_are_not_enough_however_long_ago()
    {
        await FailAfter(TimeSpan.Zero, TimeSpan.FromDays(30));
        Assert.Empty(await _report.BrokenLinks(default));
    }

    [Fact]
    public async Task A_check_that_learned_nothing_never_makes_a_link_broken()
    {
        for (var day = 0; day < 20; day++)
            await _checks.Record(Tips, new(LinkOutcome.Blocked) { Status = 403 }, s_start.AddDays(day), default);
        Assert.Empty(await _report.BrokenLinks(default));
        Assert.Equal(LinkOutcome.Blocked, Assert.Single(await _report.All(new() { Outcome = LinkOutcome.Blocked }, default)).Outcome);
    }

    [Fact]
    public async Task The_last_ten_results_are_kept_newest_first()
    {
        await FailAfter([.. Enumerable.Range(0, 14).Select(day => TimeSpan.FromDays(day))]);
        var tips = Assert.Single(await _report.All(new() { Contains = "TIPS" }, default));
        Assert.Equal(Enumerable.Range(4, 10).Reverse().Select(day => s_start.AddDays(day)), tips.Results.Select(result => result.CheckedAt));
    }

    [Fact]
    public async Task The_list_can_be_narrowed_down()
    {
        await _checks.Record(Tips, new(LinkOutcome.Works) { FinalUrl = "https://new.example/", MovedTo = "https://new.example/" }, s_start, default);
        Assert.Equal([Tips], await Urls(new() { Moved = true }));
        Assert.Equal([Law], await Urls(new() { Moved = false }));
        Assert.Equal([Law, Tips], await Urls(new() { Failing = false }));
        Assert.Equal([Law], await Urls(new() { UsedBy = (LinkedRecord.Duty, "CA") }));
        Assert.Empty(await Urls(new() { UsedBy = (LinkedRecord.Channel, "CA") }));
        Assert.Empty(await Urls(new() { Contains = "%" }));
        Assert.Equal([Tips], await Urls(new() { Skip = 1, Most = 1 }));
    }

    [Fact]
    public async Task The_counts_tell_how_the_links_stand()
    {
        await FailAfter(TimeSpan.Zero, TimeSpan.FromDays(1), TimeSpan.FromDays(2));
        var counts = await _report.Counts(s_start.AddDays(2), default);
        Assert.Equal((2, 1, 1, 1), (counts.All, counts.Unchecked, counts.Due, counts.Broken));
        Assert.Equal([new(LinkOutcome.ClientError, 1)], counts.ByOutcome);
    }

    [Fact]
    public async Task The_real_directory_fits()
    {
        var links = DirectoryLinks.Of(RealDirectory.Facts);
        await _checks.Keep(links, s_start, default);
        await using var context = _database.Open();
        Assert.Equal(links.Count, await context.LinkChecks.CountAsync());
        Assert.Equal(links.Sum(link => link.Uses.Count), await context.LinkChecks.SelectMany(row => row.Uses).CountAsync());
    }

    private async Task FailAfter(params TimeSpan[] times)
    {
        foreach (var time in times)
            await _checks.Record(Tips, new(LinkOutcome.ClientError) { Status = 404 }, s_start + time, default);
    }

    private async Task<IEnumerable<string>> Urls(LinkFilter filter) => (await _report.All(filter, default)).Select(row => row.Url);
}
