using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain;
using WhereToReport.Domain.Checks;
using WhereToReport.Postgres.Corrections;
using WhereToReport.Postgres.Editing;
using WhereToReport.Postgres.History;
using WhereToReport.Postgres.Links;
using WhereToReport.Postgres.Schema;
using WhereToReport.Web.Editors.Records;

namespace WhereToReport.Web.Pages.Editors;

/// <summary>The day's list: what waits for an editor, and how fresh the directory is.</summary>
public sealed class IndexModel(
    DirectorySnapshot directory, CorrectionDesk corrections, ProposalReading proposals, LinkReport links, ChangeLog log, EditorNames names, TimeProvider time) : PageModel
{
    private const int WeeksBefore = 8;
    private const int WeeksAfter = 13;
    private const int MostDue = 12;

    public IReadOnlyList<CorrectionRow> Corrections { get; private set; } = [];

    public IReadOnlyList<ProposalRow> Proposals { get; private set; } = [];

    public IReadOnlyList<LinkCheckRow> BrokenLinks { get; private set; } = [];

    /// <summary>What is due now, the most doubtful first; the whole list only where it is asked for.</summary>
    public IReadOnlyList<DueCheck> Due { get; private set; } = [];

    public int AllDue { get; private set; }

    /// <summary>How many of each kind are due, for those of which any is.</summary>
    public IReadOnlyList<(CheckedKind Kind, int Count)> DueByKind { get; private set; } = [];

    public IReadOnlyList<StateFreshness> States { get; private set; } = [];

    public IReadOnlyList<CheckWeek> Weeks { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public EditorNames Names => names;

    public async Task OnGetAsync(bool all, CancellationToken cancel)
    {
        Today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var schedule = CheckSchedule.Of(directory.Facts);
        var due = schedule.Where(check => check.IsDue(Today)).ToArray();
        (AllDue, Due) = (due.Length, all ? due : [.. due.Take(MostDue)]);
        DueByKind = [.. due.CountBy(check => check.Kind).OrderBy(kind => kind.Key).Select(kind => (kind.Key, kind.Value))];
        States = StateFreshness.Of(directory.Facts, directory.Coverage, schedule, Today);
        var done = await log.ChecksSince(time.GetUtcNow().AddDays(-7 * (WeeksBefore + 1)), cancel);
        Weeks = CheckWeek.Around(done.Select(at => DateOnly.FromDateTime(at.UtcDateTime)), schedule, Today, WeeksBefore, WeeksAfter);
        Corrections = await corrections.Open(cancel);
        Proposals = await proposals.Open(cancel);
        BrokenLinks = await links.BrokenLinks(cancel);
        await names.Load(cancel);
    }
}
