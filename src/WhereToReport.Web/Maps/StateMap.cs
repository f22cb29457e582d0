using WhereToReport.Domain;
using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;

namespace WhereToReport.Web.Maps;

/// <summary>The area of a task force on a map; of no task force where several may cover it.</summary>
/// <param name="TaskForce">Whose area it is, or null where the sources leave it open.</param>
/// <param name="Pattern">The number of the pattern that fills it, from 1; 0 where the sources leave it open.</param>
/// <param name="Outline">The SVG path around all its counties together.</param>
public sealed record MappedArea(Channel? TaskForce, int Pattern, string Outline);

/// <summary>The areas of a state's task forces, cut out of the drawing of the country.</summary>
public sealed record StateMap(string ViewBox, IReadOnlyList<MappedArea> Areas)
{
    // Steps from end to end: finer ones cost bytes, and on a phone nobody sees them.
    private const double Steps = 160;
    private const int Margin = 2;

    /// <summary>The map of a state; null where there is nothing to tell apart, or the drawing does not hold it (territories).</summary>
    public static StateMap? Of(State state, DirectorySnapshot directory, Shapes shapes)
    {
        Channel[] forces = [.. directory.Coverage.Covering(state, ChannelKind.TaskForce).Select(covering => covering.Channel)];
        var rings = directory.Places.CountiesOf(state)
            .Select(county => (County: county, Outline: shapes.Outline(county)))
            .Where(one => one.Outline is not null)
            .ToDictionary(one => one.County, one => Rings.Of(one.Outline!));
        if (forces.Length < 2 || rings.Count == 0)
            return null;

        var (_, _, width, height) = Bounds(rings.Values);
        var step = Math.Max(width, height) / Steps;
        var areas = rings
            .GroupBy(one => CertainTaskForce(one.Key, directory.Coverage), one => one.Value)
            .Select(area => (TaskForce: area.Key, Rings: Rings.Merged(Rings.OnGrid(area.SelectMany(ring => ring), step))))
            .ToArray();
        var (left, top, across, down) = Bounds(areas.Select(area => area.Rings));
        return new($"{left - Margin} {top - Margin} {across + 2 * Margin} {down + 2 * Margin}", [.. areas
            .Select(area => new MappedArea(area.TaskForce, Array.IndexOf(forces, area.TaskForce) + 1, Rings.Path(area.Rings)))
            .OrderBy(area => area.Pattern == 0).ThenBy(area => area.Pattern)]);
    }

    /// <summary>The one task force known to cover a county; null where the sources leave it open.</summary>
    public static Channel? CertainTaskForce(County county, CoverageMap coverage) =>
        coverage.Covering(county, ChannelKind.TaskForce).FirstOrDefault(covering => covering.Basis != CoverageBasis.Possible)?.Channel;

    private static (int Left, int Top, int Width, int Height) Bounds(IEnumerable<IEnumerable<IReadOnlyList<MapPoint>>> areas)
    {
        MapPoint[] points = [.. areas.SelectMany(rings => rings).SelectMany(ring => ring)];
        var (left, top) = (points.Min(point => point.X), points.Min(point => point.Y));
        return (left, top, points.Max(point => point.X) - left, points.Max(point => point.Y) - top);
    }
}
