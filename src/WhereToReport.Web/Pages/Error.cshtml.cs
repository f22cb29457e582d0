using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace WhereToReport.Web.Pages;

/// <summary>What people see when a page is missing or fails: still 911, the CyberTipline and the search box.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    public int Code { get; private set; }

    // The address is public; asked for directly it is a page that does not exist.
    public IActionResult OnGet(int code)
    {
        Code = code is 400 or 404 or 500 or 503 ? code : 404;
        var page = Page();
        page.StatusCode = Code;
        return page;
    }
}
