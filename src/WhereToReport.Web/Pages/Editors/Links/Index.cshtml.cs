using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain.Links;
using WhereToReport.Postgres.Links;
using WhereToReport.Postgres.Schema;
using WhereToReport.Web.Editors.Records;

namespace WhereToReport.Web.Pages.Editors.Links;

/// <summary>The links of the directory and what their last checks found.</summary>
public sealed class IndexModel(LinkReport report, LinkChecks checks, TimeProvider time) : PageModel
{
    private const int PageSize = 50;

    /// <summary>What can be listed.</summary>
    public static IReadOnlyList<Option> Lists { get; } =
        [new("broken", "Broken"), new("failing", "Failed last time"), new("moved", "Moved for good"), new("blocked", "Keep programs out"), new("unchecked", "Not checked yet"), new("all", "All")];

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>Part of the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public int From { get; set; }

    public LinkCounts Counts { get; private set; } = null!;

    public IReadOnlyList<LinkCheckRow> Links { get; private set; } = [];

    public bool HasMore { get; private set; }

    public int NextFrom => From + PageSize;

    /// <summary>What was just done, in a sentence.</summary>
    public string? Done { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => await Read(cancel);

    public async Task<IActionResult> OnPostAgainAsync(string? url, CancellationToken cancel)
    {
        if (url is null || !await checks.MakeDue(url, time.GetUtcNow(), cancel))
            return NotFound();
        Done = "It is checked again within minutes.";
        await Read(cancel);
        return Page();
    }

    private async Task Read(CancellationToken cancel)
    {
        Show = Lists.FirstOrDefault(list => list.Value == Show)?.Value ?? "broken";
        From = Math.Max(0, From);
        Counts = await report.Counts(time.GetUtcNow(), cancel);
        if (Show == "broken")
        {
            Links = [.. (await report.BrokenLinks(cancel)).Where(link => Q is null || link.Url.Contains(Q, StringComparison.OrdinalIgnoreCase))];
            return;
        }
        var filter = new LinkFilter { Contains = Q, Skip = From, Most = PageSize + 1 };
        var links = await report.All(Show switch
        {
            "failing" => filter with { Failing = true },
            "moved" => filter with { Moved = true },
            "blocked" => filter with { Outcome = LinkOutcome.Blocked },
            "unchecked" => filter with { Checked = false },
            _ => filter,
        }, cancel);
        HasMore = links.Count > PageSize;
        Links = [.. links.Take(PageSize)];
    }
}
