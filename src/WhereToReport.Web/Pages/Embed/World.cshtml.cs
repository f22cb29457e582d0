using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Answering;
using WhereToReport.Web.Embedding;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Pages.Embed;

/// <summary>The contacts of a country outside the USA as a small page that stands inside other sites.</summary>
public sealed class WorldModel(DirectorySnapshot directory, PageLanguage language) : PageModel
{
    public AbroadGroups Groups { get; private set; } = null!;

    public IActionResult OnGet(string country, string? situation)
    {
        var about = string.IsNullOrEmpty(situation) ? null : directory.Situation(situation);
        if (directory.Places.CountryOf(country) is not { } place || about is null && !string.IsNullOrEmpty(situation))
            return NotFound();
        if (place is not Country abroad || abroad == Country.UnitedStates)
            return RedirectPermanent(EmbedCode.PathOf(place, about?.Id, language.Language));
        Groups = new(directory, directory.Finder.Find(abroad, about));
        return Page();
    }
}
