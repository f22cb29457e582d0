namespace WhereToReport.Domain.Checks;

/// <summary>How many checks were done in a week and how many fall due in it. What is overdue counts in the current week.</summary>
/// <param name="Monday">The first day of the week.</param>
/// <param name="Done">Checks done in it.</param>
/// <param name="Due">Records that fall due in it; 0 in weeks that are over.</param>
public sealed record CheckWeek(DateOnly Monday, int Done, int Due)
{
    /// <summary>The weeks around a day, the oldest first, the current one among them.</summary>
    /// <param name="done">The days of the checks that were done.</param>
    /// <param name="checks">The schedule.</param>
    /// <param name="today">The current day.</param>
    /// <param name="before">How many weeks before the current one.</param>
    /// <param name="after">How many weeks after it.</param>
    public static IReadOnlyList<CheckWeek> Around(IEnumerable<DateOnly> done, IEnumerable<DueCheck> checks, DateOnly today, int before, int after)
    {
        var current = MondayOf(today);
        var doneIn = done.CountBy(MondayOf).ToDictionary();
        var dueIn = checks.CountBy(check => check.IsDue(today) ? current : MondayOf(check.DueOn)).ToDictionary();
        return [.. Enumerable.Range(-before, before + 1 + after)
            .Select(week => current.AddDays(7 * week))
            .Select(monday => new CheckWeek(monday, doneIn.GetValueOrDefault(monday), dueIn.GetValueOrDefault(monday)))];
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
