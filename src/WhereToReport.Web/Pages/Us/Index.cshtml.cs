using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Answering;

namespace WhereToReport.Web.Pages.Us;

/// <summary>The whole country: its states, and the contacts that serve everywhere.</summary>
public sealed class IndexModel(DirectorySnapshot directory) : PageModel
{
    public AnswerGroups Groups { get; private set; } = null!;

    public IActionResult OnGet(string? situation)
    {
        var about = string.IsNullOrEmpty(situation) ? null : directory.Situation(situation);
        if (about is null && !string.IsNullOrEmpty(situation))
            return NotFound();
        Groups = new(directory, directory.Finder.Find(Country.UnitedStates, about));
        return Page();
    }
}
