using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;

namespace WhereToReport.Domain.Checks;

/// <summary>How fresh the facts of one state are: of its task forces, its child protection line and its duty, those not due.</summary>
public sealed record StateFreshness(State State, int Records, int Due)
{
    /// <summary>Between 0 (all due) and 1 (none due); 1 where there is nothing to check.</summary>
    public double Share => Records == 0 ? 1 : 1 - (double)Due / Records;

    public static IReadOnlyList<StateFreshness> Of(DirectoryFacts facts, CoverageMap coverage, IEnumerable<DueCheck> checks, DateOnly today)
    {
        var due = checks.ToDictionary(check => (check.Kind, check.Id), check => check.IsDue(today));
        return [.. facts.Gazetteer.States.Select(state =>
        {
            var records = RecordsOf(facts, coverage, state).Where(due.ContainsKey).ToArray();
            return new StateFreshness(state, records.Length, records.Count(record => due[record]));
        })];
    }

    private static IEnumerable<(CheckedKind, string)> RecordsOf(DirectoryFacts facts, CoverageMap coverage, State state) =>
    [
        .. coverage.Covering(state, ChannelKind.TaskForce).Concat(coverage.Covering(state, ChannelKind.ChildProtectionLine)).Select(covering => (CheckedKind.Channel, covering.Channel.Id)).Distinct(),
        .. facts.Duties.Where(duty => duty.State == state.Code).Select(duty => (CheckedKind.Duty, duty.State)),
    ];
}
