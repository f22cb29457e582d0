using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace WhereToReport.Web.Pages.Editors;

/// <summary>What goes wrong at the desk, in words.</summary>
[IgnoreAntiforgeryToken]
public sealed class ProblemModel : PageModel
{
    public int Code { get; private set; }

    public IActionResult OnGet(int code) => Show(code);

    public IActionResult OnPost(int code) => Show(code);

    // The address is public; asked for directly it is a page that does not exist.
    private PageResult Show(int code)
    {
        Code = code is 400 or 403 or 405 or 429 or 500 or 503 && HttpContext.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is not null ? code : 404;
        var page = Page();
        page.StatusCode = Code;
        return page;
    }
}
