using WhereToReport.Domain.Guidance;
using WhereToReport.Testing;

namespace WhereToReport.Domain.Tests.Guidance;

public class UrgencyTests
{
    [Theory]
    [InlineData("Right away.", 0)]
    [InlineData("Right away, and no later than 24 hours.", 0)]
    [InlineData("As soon as you practically can, and no later than 12 hours, by voice or electronically.", 12)]
    [InlineData("Professionals, teachers included: within 24 hours. Before June 20, 2025, the limit was 48 hours.", 24)]
    [InlineData("Within 5 days of your spoken report.", 120)]
    [InlineData("Only if you are asked for one.", null)]
    public void The_first_time_that_a_deadline_names_counts(string deadline, int? hours) => Assert.Equal(hours, Urgency.Hours(new(deadline, null)));

    [Fact]
    public void Every_number_of_hours_or_days_in_the_directory_is_understood()
    {
        var deadlines = RealDirectory.Facts.Duties.SelectMany(duty => new[] { duty.OralDeadline, duty.WrittenDeadline }).OfType<Bilingual>().ToArray();
        var timed = deadlines.Where(deadline => deadline.En.Contains("hour", StringComparison.Ordinal) || deadline.En.Contains("day", StringComparison.Ordinal)).ToArray();
        Assert.True(timed.Length > 30);
        Assert.All(timed, deadline => Assert.InRange(Urgency.Hours(deadline) ?? -1, 0, 120));
    }
}
