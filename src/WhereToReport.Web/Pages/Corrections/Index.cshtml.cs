using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain.Corrections;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Pages.Corrections;

/// <summary>Leads from a receipt code to what became of the correction.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(PageLanguage language) : PageModel
{
    /// <summary>The code as it was typed, where it cannot be one.</summary>
    public string? Refused { get; private set; }

    public IActionResult OnGet(string? receipt)
    {
        if (!Request.Query.ContainsKey(nameof(receipt)))
            return Page();
        if (ReceiptCode.Parse(receipt) is { } code)
            return Redirect(language.To($"/corrections/{code}"));
        Refused = receipt ?? "";
        var page = Page();
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }
}
