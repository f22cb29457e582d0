using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain;
using WhereToReport.Domain.Answers;
using WhereToReport.Web.Answering;
using WhereToReport.Web.Telemetry;

namespace WhereToReport.Web.Pages.Us;

/// <summary>The answer for a county, with a situation where the address names one.</summary>
public sealed class CountyModel(DirectorySnapshot directory, DirectoryMeter meter) : PageModel
{
    public AnswerGroups Groups { get; private set; } = null!;

    public Answer Answer => Groups.Answer;

    public IActionResult OnGet(string state, string county, string? situation)
    {
        if (directory.Places.State(state) is not { } within || directory.Places.County(within, county) is not { } place)
            return NotFound();
        var about = situation is null ? null : directory.Situation(situation);
        if (about is null && situation is not null)
            return NotFound();
        meter.Answered(place);
        Groups = new(directory, directory.Finder.Find(place, about));
        return Page();
    }
}
