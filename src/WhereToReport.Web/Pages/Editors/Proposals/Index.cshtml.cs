using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Postgres.Editing;
using WhereToReport.Postgres.Schema;
using WhereToReport.Web.Editors.Records;

namespace WhereToReport.Web.Pages.Editors.Proposals;

/// <summary>Changes that wait for a second person, and those that were decided.</summary>
public sealed class IndexModel(ProposalReading proposals, EditorNames names) : PageModel
{
    public IReadOnlyList<ProposalRow> Open { get; private set; } = [];

    public IReadOnlyList<ProposalRow> Decided { get; private set; } = [];

    public EditorNames Names => names;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Open = await proposals.Open(cancel);
        Decided = await proposals.Decided(cancel);
        await names.Load(cancel);
    }
}
