using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Answering;

namespace WhereToReport.Web.Pages.Situations;

/// <summary>What to do about a situation while the place is not known.</summary>
public sealed class PlanModel(DirectorySnapshot directory) : PageModel
{
    public AnswerGroups Groups { get; private set; } = null!;

    public Situation Situation => Groups.Answer.Situation!;

    public IActionResult OnGet(string id)
    {
        if (directory.Situation(id) is not { } situation)
            return NotFound();
        Groups = new(directory, directory.Finder.Find(Country.UnitedStates, situation));
        return Page();
    }
}
