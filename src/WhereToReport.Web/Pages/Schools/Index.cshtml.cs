using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Pages.Schools;

/// <summary>What every state asks of school staff, side by side (<c>?sort=state|spoken|written</c>); <c>?state=</c> leads to one state's page.</summary>
public sealed class IndexModel(DirectorySnapshot directory, PageLanguage language) : PageModel
{
    public sealed record Row(State State, Duty Duty);

    /// <summary>The column that the rows are sorted by, the shortest time first; states without an entry in it stand last.</summary>
    public string Sort { get; private set; } = "state";

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IActionResult OnGet(string? state, string? sort)
    {
        if (!string.IsNullOrEmpty(state))
            return directory.Places.State(state) is { } chosen ? Redirect(language.To(SchoolDuty.PathOf(chosen))) : NotFound();

        Sort = sort is "spoken" or "written" ? sort : "state";
        Rows = [.. directory.Facts.Duties
            .Select(duty => new Row(directory.Places.State(duty.State)!, duty))
            .OrderBy(row => Sort != "state" && Deadline(row) is null)
            .ThenBy(row => Deadline(row) is { } deadline ? Urgency.Hours(deadline) ?? int.MaxValue : 0)
            .ThenBy(row => Deadline(row)?.In(language.Language), StringComparer.CurrentCulture)
            .ThenBy(row => row.State.Name, StringComparer.CurrentCulture)];
        return Page();
    }

    private Bilingual? Deadline(Row row) => Sort switch
    {
        "spoken" => row.Duty.OralDeadline,
        "written" => row.Duty.WrittenDeadline,
        _ => null,
    };
}
