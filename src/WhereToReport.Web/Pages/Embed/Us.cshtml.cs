using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Answering;

namespace WhereToReport.Web.Pages.Embed;

/// <summary>The contacts of a place as a small page that stands inside other sites.</summary>
public sealed class UsModel(DirectorySnapshot directory) : PageModel
{
    public AnswerGroups Groups { get; private set; } = null!;

    public IActionResult OnGet(string? state, string? county, string? situation)
    {
        var about = string.IsNullOrEmpty(situation) ? null : directory.Situation(situation);
        if (Place(state, county) is not { } place || about is null && !string.IsNullOrEmpty(situation))
            return NotFound();
        Groups = new(directory, directory.Finder.Find(place, about));
        return Page();
    }

    private Place? Place(string? state, string? county)
    {
        if (state is null)
            return Country.UnitedStates;
        var within = directory.Places.State(state);
        return county is null || within is null ? within : directory.Places.County(within, county);
    }
}
