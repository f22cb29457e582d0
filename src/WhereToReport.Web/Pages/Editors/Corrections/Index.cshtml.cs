using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Postgres.Corrections;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Web.Pages.Editors.Corrections;

/// <summary>What visitors say is wrong: what waits, and what was decided last.</summary>
public sealed class IndexModel(CorrectionDesk corrections) : PageModel
{
    private const int MostDecided = 50;

    public IReadOnlyList<CorrectionRow> Open { get; private set; } = [];

    public IReadOnlyList<CorrectionRow> Decided { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Open = await corrections.Open(cancel);
        Decided = await corrections.Decided(MostDecided, cancel);
    }
}
