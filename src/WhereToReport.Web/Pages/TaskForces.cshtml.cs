using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;

namespace WhereToReport.Web.Pages;

/// <summary>All task forces, or those of one state (<c>?state=CA</c>).</summary>
public sealed class TaskForcesModel(DirectorySnapshot directory) : PageModel
{
    /// <summary>A task force and the states it covers or lies in, by name.</summary>
    public sealed record Entry(Channel TaskForce, Organization? Host, IReadOnlyList<State> States);

    public State? State { get; private set; }

    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    public IActionResult OnGet(string? state)
    {
        State = string.IsNullOrEmpty(state) ? null : directory.Places.State(state);
        if (State is null && !string.IsNullOrEmpty(state))
            return NotFound();

        var statesOf = directory.Places.States
            .SelectMany(place => directory.Coverage.Covering(place, ChannelKind.TaskForce).Select(covering => (covering.Channel.Id, place)))
            .ToLookup(pair => pair.Id, pair => pair.place);
        Entries = [.. directory.TaskForces
            .Where(force => State is null || statesOf[force.Id].Contains(State))
            .Select(force => new Entry(force, directory.OperatorOf(force), [.. statesOf[force.Id]]))
            .OrderBy(entry => entry.States.FirstOrDefault(place => entry.TaskForce.Id.StartsWith(place.Code, StringComparison.OrdinalIgnoreCase))?.Name, StringComparer.Ordinal)
            .ThenBy(entry => entry.TaskForce.Name.En, StringComparer.Ordinal)];
        return Page();
    }
}
