using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Answering;

namespace WhereToReport.Web.Pages.Schools;

/// <summary>What one state asks of school staff, and its contacts.</summary>
public sealed class StateModel(DirectorySnapshot directory) : PageModel
{
    public AnswerGroups Groups { get; private set; } = null!;

    public State State => (State)Groups.Answer.Place;

    public Duty Duty { get; private set; } = null!;

    public IActionResult OnGet(string state)
    {
        if (directory.Places.State(state) is not { } place || directory.Facts.Duties.FirstOrDefault(duty => duty.State == place.Code) is not { } duty)
            return NotFound();
        Duty = duty;
        Groups = new(directory, directory.Finder.Find(place));
        return Page();
    }
}
