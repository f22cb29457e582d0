using WhereToReport.Domain.Links;

namespace WhereToReport.Domain.Tests.Links;

public class LinkStandingTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly LinkStanding s_new = new(0, null, s_now);

    [Fact]
    public void A_link_that_works_is_due_in_a_week() =>
        Assert.Equal(new(0, null, s_now.AddDays(7)), s_new.After(new(LinkOutcome.Works), s_now));

    [Fact]
    public void A_link_that_fails_is_checked_again_soon_and_then_less_and_less_often()
    {
        var waits = new List<TimeSpan>();
        var (standing, now) = (s_new, s_now);
        for (var check = 1; check <= 7; check++)
        {
            standing = standing.After(new(LinkOutcome.ClientError), now);
            Assert.Equal((check, s_now), (standing.Failures, standing.FirstFailedAt));
            waits.Add(standing.NextDue - now);
            now = standing.NextDue;
        }
        Assert.Equal([0.25, 1, 2, 4, 7, 7, 7], waits.Select(wait => wait.TotalDays));
    }

    [Fact]
    public void A_success_ends_a_row_of_failures() =>
        Assert.Equal(new(0, null, s_now.AddDays(7)), new LinkStanding(4, s_now.AddDays(-9), s_now).After(new(LinkOutcome.Works), s_now));

    [Theory]
    [InlineData(LinkOutcome.Blocked)]
    [InlineData(LinkOutcome.RobotsDisallow)]
    public void A_check_that_learned_nothing_neither_counts_nor_forgives(LinkOutcome outcome)
    {
        var failing = new LinkStanding(2, s_now.AddDays(-1), s_now);
        Assert.Equal(failing with { NextDue = s_now.AddDays(7) }, failing.After(new(outcome), s_now));
    }

    [Theory]
    [InlineData(0.01, 0.25)]
    [InlineData(3, 3)]
    [InlineData(36500, 7)]
    public void A_host_that_asks_to_wait_is_asked_again_soon_after_but_within_a_week(double askedDays, double dueDays) =>
        Assert.Equal(s_now.AddDays(dueDays), s_new.After(new(LinkOutcome.Blocked) { NotBefore = s_now.AddDays(askedDays) }, s_now).NextDue);

    [Fact]
    public void Every_outcome_works_or_fails_or_leaves_it_open()
    {
        var failures = Enum.GetValues<LinkOutcome>().Where(outcome => outcome.IsFailure());
        Assert.Equal(Enum.GetValues<LinkOutcome>().Except([LinkOutcome.Works, LinkOutcome.Blocked, LinkOutcome.RobotsDisallow]), failures);
    }
}
