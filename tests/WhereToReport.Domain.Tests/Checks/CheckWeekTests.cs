using WhereToReport.Domain.Checks;

namespace WhereToReport.Domain.Tests.Checks;

public class CheckWeekTests
{
    private static readonly DateOnly s_wednesday = new(2026, 11, 25);

    [Fact]
    public void Weeks_begin_on_Monday_and_the_current_one_holds_what_is_overdue()
    {
        DueCheck[] checks = [Due(new(2026, 1, 1)), Due(s_wednesday), Due(new(2026, 11, 29)), Due(new(2026, 11, 30)), Due(new(2027, 6, 1))];
        var weeks = CheckWeek.Around([new(2026, 11, 22), new(2026, 11, 23), s_wednesday], checks, s_wednesday, 1, 1);
        Assert.Equal([new(new(2026, 11, 16), 1, 0), new(new(2026, 11, 23), 2, 3), new(new(2026, 11, 30), 0, 1)], weeks);
    }

    private static DueCheck Due(DateOnly on) => new(CheckedKind.Channel, "x", "X", null, on, Doubts.None);
}
