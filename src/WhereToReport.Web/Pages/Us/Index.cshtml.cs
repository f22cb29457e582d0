using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Answering;
using WhereToReport.Web.Telemetry;

namespace WhereToReport.Web.Pages.Us;

/// <summary>The whole country: its states, and the contacts that serve everywhere.</summary>
public sealed class IndexModel(DirectorySnapshot directory, DirectoryMeter meter) : PageModel
{
    public AnswerGroups Groups { get; private set; } = null!;

    public IActionResult OnGet(string? situation)
    {
        var about = string.IsNullOrEmpty(situation) ? null : directory.Situation(situation);
        if (about is null && !string.IsNullOrEmpty(situation))
            return NotFound();
        meter.Answered(Country.UnitedStates);
        Groups = new(directory, directory.Finder.Find(Country.UnitedStates, about));
        return Page();
    }
}
