using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Pages.World;

/// <summary>Every country outside the USA, by continent or (<c>?sort=name</c>) in one list.</summary>
public sealed class IndexModel(DirectorySnapshot directory, PageLanguage language) : PageModel
{
    /// <summary>The countries of a continent (UN M49), or all of them.</summary>
    public sealed record Group(string? Region, IReadOnlyList<Country> Countries);

    public Situation? Situation { get; private set; }

    public bool ByName { get; private set; }

    public IReadOnlyList<Group> Groups { get; private set; } = [];

    public IActionResult OnGet(string? situation, string? sort)
    {
        Situation = string.IsNullOrEmpty(situation) ? null : directory.Situation(situation);
        if (Situation is null && !string.IsNullOrEmpty(situation))
            return NotFound();

        ByName = sort == "name";
        Country[] abroad =
        [
            .. Countries.All.Where(country => country != Country.UnitedStates)
                .OrderBy(country => country.NameIn(language.Language), StringComparer.CurrentCulture),
        ];
        Groups = ByName
            ? [new(null, abroad)]
            : [.. Countries.Regions
                .OrderBy(region => Countries.RegionName(region, language.Language), StringComparer.CurrentCulture)
                .Select(region => new Group(region, [.. abroad.Where(country => country.Region == region)]))];
        return Page();
    }
}
