using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Answering;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Pages.World;

/// <summary>The answer for a country, with a situation where the address names one. The USA and its territories have pages of their own.</summary>
public sealed class CountryModel(DirectorySnapshot directory, PageLanguage language) : PageModel
{
    public AbroadGroups Groups { get; private set; } = null!;

    public IActionResult OnGet(string country, string? situation)
    {
        var about = situation is null ? null : directory.Situation(situation);
        if (directory.Places.CountryOf(country) is not { } place || about is null && situation is not null)
            return NotFound();
        if (place is not Country abroad || abroad == Country.UnitedStates)
            return RedirectPermanent(language.To(place, about?.Id));
        Groups = new(directory, directory.Finder.Find(abroad, about));
        return Page();
    }
}
