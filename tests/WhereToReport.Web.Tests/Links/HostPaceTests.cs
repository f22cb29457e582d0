using Microsoft.Extensions.Time.Testing;
using WhereToReport.Web.Links;

namespace WhereToReport.Web.Tests.Links;

public class HostPaceTests
{
    private static readonly TimeSpan s_spacing = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly HostPace _pace;

    public HostPaceTests() => _pace = new(s_spacing, _time);

    [Fact]
    public async Task A_host_rests_between_two_requests()
    {
        (await _pace.Turn("a.example", default)).Dispose();
        var second = _pace.Turn("A.example", default);
        _time.Advance(s_spacing - TimeSpan.FromMilliseconds(1));
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        (await second.WaitAsync(TimeSpan.FromSeconds(5))).Dispose();
    }

    [Fact]
    public async Task The_rest_begins_when_the_request_ends()
    {
        var first = await _pace.Turn("a.example", default);
        var second = _pace.Turn("a.example", default);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(second.IsCompleted);
        first.Dispose();
        await Task.Delay(50);
        Assert.False(second.IsCompleted);
        _time.Advance(s_spacing);
        (await second.WaitAsync(TimeSpan.FromSeconds(5))).Dispose();
    }

    [Fact]
    public async Task Another_host_is_not_kept_waiting()
    {
        using var held = await _pace.Turn("a.example", default);
        Assert.True(_pace.Turn("b.example", default).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_turn_that_is_given_up_is_free_for_the_next()
    {
        (await _pace.Turn("a.example", default)).Dispose();
        using var stop = new CancellationTokenSource();
        var given = _pace.Turn("a.example", stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        _time.Advance(s_spacing);
        Assert.True(_pace.Turn("a.example", default).IsCompletedSuccessfully);
    }

    [Fact]
    public void A_host_that_asks_for_rest_gets_it_for_a_week_at_most()
    {
        var now = _time.GetUtcNow();
        _pace.Rest("a.example", now.AddHours(1));
        Assert.Equal(now.AddHours(1), _pace.RestsUntil("A.EXAMPLE"));
        Assert.Null(_pace.RestsUntil("b.example"));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Null(_pace.RestsUntil("a.example"));

        _pace.Rest("a.example", now.AddYears(100));
        Assert.Equal(_time.GetUtcNow().AddDays(7), _pace.RestsUntil("a.example"));
    }
}
