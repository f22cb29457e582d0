using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using WhereToReport.Testing;
using WhereToReport.Web.Asking;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Tests.Asking;

public class QuickSearchTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider _time = new();
    private readonly CurrentDirectory _current;
    private readonly QuickSearch _database;
    private readonly TaskCompletionSource<string> _slow = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _searches;

    public QuickSearchTests()
    {
        _current = new(_time);
        _current.NoteDatabase(answers: true);
        _database = new(_current, _time, NullLogger<QuickSearch>.Instance);
    }

    [Fact]
    public async Task A_quick_search_is_answered() =>
        Assert.Equal("found", await Find(() => Task.FromResult("found")));

    [Fact]
    public async Task Nobody_asks_a_database_that_is_known_to_be_away()
    {
        _current.NoteDatabase(answers: false);
        Assert.Null(await Find(() => Task.FromResult("found")));
        Assert.Equal(0, _searches);
    }

    [Fact]
    public async Task Only_the_first_waits_for_a_slow_database_and_one_search_at_a_time_tries_it()
    {
        await MeetSlowDatabase();

        for (var visitor = 0; visitor < 50; visitor++)
            Assert.True(Find(() => _slow.Task).IsCompletedSuccessfully, "A visitor waits.");
        await Eventually.Happens(() => _searches == 2, within: TimeSpan.FromSeconds(5));
        await Task.Delay(100);
        Assert.Equal(2, _searches);
    }

    [Fact]
    public async Task A_database_that_is_quick_again_is_searched_again()
    {
        await MeetSlowDatabase();
        Assert.Null(await Find(() => Task.FromResult("found")));
        await Eventually.Happens(async () => await Find(() => Task.FromResult("found")) == "found", within: TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_trial_that_is_slow_itself_or_fails_changes_nothing()
    {
        await MeetSlowDatabase();
        Assert.Null(await Find(() => _slow.Task));
        await Eventually.Happens(() => _searches == 2, within: TimeSpan.FromSeconds(5));
        _time.Advance(s_long);
        _slow.SetResult("late");
        await Task.Delay(100);
        foreach (var failure in new Exception[] { new NpgsqlException(), new InvalidOperationException() })
        {
            var before = _searches;
            await Eventually.Happens(async () => await Find(() => Task.FromException<string>(failure)) is null && _searches > before, within: TimeSpan.FromSeconds(5));
        }
        Assert.Null(await Find(() => Task.FromResult("found")));
    }

    [Fact]
    public async Task What_is_no_trouble_of_the_database_is_not_hidden() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Find(() => Task.FromException<string>(new InvalidOperationException())));

    private async Task MeetSlowDatabase()
    {
        var first = Find(() => _slow.Task);
        Assert.False(first.IsCompleted);
        _time.Advance(s_long);
        Assert.Null(await first);
    }

    private Task<string?> Find(Func<Task<string>> search) => _database.Find(
        "search",
        () =>
        {
            Interlocked.Increment(ref _searches);
            return search();
        },
        CancellationToken.None);
}
