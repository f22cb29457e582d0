using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain;
using WhereToReport.Domain.Answers;
using WhereToReport.Web.Answering;
using WhereToReport.Web.Posters;
using WhereToReport.Web.Serving;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Pages.Us;

/// <summary>One page to print and pin up: the core contacts of a county, large, with a code that leads to all of them.</summary>
public sealed class PosterModel(DirectorySnapshot directory, PageLanguage language) : PageModel
{
    public AnswerGroups Groups { get; private set; } = null!;

    public Answer Answer => Groups.Answer;

    /// <summary>Leads to the county's page.</summary>
    public QuickCode Code { get; private set; } = null!;

    public IActionResult OnGet(string state, string county)
    {
        if (directory.Places.State(state) is not { } within || directory.Places.County(within, county) is not { } place)
            return NotFound();
        Groups = new(directory, directory.Finder.Find(place));
        Code = QuickCode.Of(PublicAddress.Of(Request) + language.To(place.Path));
        return Page();
    }
}
