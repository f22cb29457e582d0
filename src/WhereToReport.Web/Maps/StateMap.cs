using WhereToReport.Domain;
using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;

namespace WhereToReport.Web.Maps;

/// <summary>A county on a map: its outline, its page, and the task force that covers it, or null where several may.</summary>
public sealed record MappedCounty(County County, string Outline, Channel? TaskForce);

/// <summary>
/// A state cut out of the drawing of the country: its counties by task force where it has several, else its outline.
/// </summary>
public sealed record StateMap(State State, string ViewBox, string? Outline, IReadOnlyList<MappedCounty> Counties, IReadOnlyList<Channel> TaskForces)
{
    /// <summary>True where some counties have only possible task forces.</summary>
    public bool HasUnsure => Counties.Any(county => county.TaskForce is null);

    /// <summary>The number of a task force's pattern, from 1; 0 for "not certain".</summary>
    public int Pattern(Channel? taskForce) => taskForce is null ? 0 : TaskForces.ToList().IndexOf(taskForce) + 1;

    /// <summary>The map of a state; null where the drawing does not hold it (territories).</summary>
    public static StateMap? Of(State state, DirectorySnapshot directory, Shapes shapes)
    {
        if (shapes.Outline(state) is not { } outline)
            return null;
        Channel[] forces = [.. directory.Coverage.Covering(state, ChannelKind.TaskForce).Select(covering => covering.Channel)];
        if (forces.Length < 2)
            return new(state, PathBounds.ViewBox([outline]), outline, [], forces);

        MappedCounty[] counties = [.. from county in directory.Places.CountiesOf(state)
                                      let path = shapes.Outline(county)
                                      where path is not null
                                      select new MappedCounty(county, path, CertainTaskForce(county, directory.Coverage))];
        return new(state, PathBounds.ViewBox(counties.Select(county => county.Outline)), null, counties, forces);
    }

    /// <summary>The one task force known to cover a county; null where the sources leave it open.</summary>
    public static Channel? CertainTaskForce(County county, CoverageMap coverage) =>
        coverage.Covering(county, ChannelKind.TaskForce).FirstOrDefault(covering => covering.Basis != CoverageBasis.Possible)?.Channel;
}
