using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain;
using WhereToReport.Web.Posters;
using WhereToReport.Web.Serving;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Pages.Schools;

/// <summary>One page for the wall of a staff room: a state's duty to report, its numbers, and what to do if a student tells.</summary>
public sealed class PosterModel(DirectorySnapshot directory, PageLanguage language) : PageModel
{
    public SchoolDuty School { get; private set; } = null!;

    /// <summary>Leads to the page of the state's duty.</summary>
    public QuickCode Code { get; private set; } = null!;

    public IActionResult OnGet(string state)
    {
        if (SchoolDuty.In(directory, state) is not { } school)
            return NotFound();
        School = school;
        Code = QuickCode.Of(PublicAddress.Of(Request) + language.To(school.Path));
        return Page();
    }
}
