using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Answering;
using WhereToReport.Web.Maps;
using WhereToReport.Web.Telemetry;

namespace WhereToReport.Web.Pages.Us;

/// <summary>A state: its answer, the map of its task forces, and its counties.</summary>
public sealed class StateModel(DirectorySnapshot directory, Shapes shapes, DirectoryMeter meter) : PageModel
{
    public AnswerGroups Groups { get; private set; } = null!;

    public State State => (State)Groups.Answer.Place;

    /// <summary>Null for territories.</summary>
    public StateMap? Map { get; private set; }

    /// <summary>The counties by the task force known to cover them (null where the sources leave it open); one group where the state has one task force or none.</summary>
    public IReadOnlyList<IGrouping<Channel?, County>> Counties { get; private set; } = [];

    public IActionResult OnGet(string state, string? situation)
    {
        var about = string.IsNullOrEmpty(situation) ? null : directory.Situation(situation);
        if (directory.Places.State(state) is not { } place || about is null && !string.IsNullOrEmpty(situation))
            return NotFound();

        meter.Answered(place);
        Groups = new(directory, directory.Finder.Find(place, about));
        Map = StateMap.Of(place, directory, shapes);
        var several = Groups.Answer.OfKind(ChannelKind.TaskForce).Count() > 1;
        Counties = [.. directory.Places.CountiesOf(place)
            .GroupBy(county => several ? StateMap.CertainTaskForce(county, directory.Coverage) : null)
            .OrderBy(group => group.Key is null)
            .ThenBy(group => group.Key?.Name.En, StringComparer.Ordinal)];
        return Page();
    }
}
