using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain;

namespace WhereToReport.Web.Pages.Schools;

/// <summary>What one state asks of school staff, and its contacts.</summary>
public sealed class StateModel(DirectorySnapshot directory) : PageModel
{
    public SchoolDuty School { get; private set; } = null!;

    public IActionResult OnGet(string state)
    {
        if (SchoolDuty.In(directory, state) is not { } school)
            return NotFound();
        School = school;
        return Page();
    }
}
