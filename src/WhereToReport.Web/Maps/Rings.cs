using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace WhereToReport.Web.Maps;

/// <summary>A point of a drawing.</summary>
public readonly record struct MapPoint(int X, int Y);

/// <summary>
/// Closed rings of points, each without its closing point. Neighbours in the drawings share their border point by point,
/// in opposite directions.
/// </summary>
public static partial class Rings
{
    /// <summary>The rings of an SVG path of <c>M</c> (absolute), <c>l</c> (relative) and <c>z</c> alone, in tenths of its units.</summary>
    public static IReadOnlyList<IReadOnlyList<MapPoint>> Of(string path)
    {
        var rings = new List<List<MapPoint>>();
        foreach (Match step in Step().Matches(path))
        {
            var (x, y) = (Tenths(step.Groups["x"]), Tenths(step.Groups["y"]));
            if (step.Value[0] == 'M')
                rings.Add([new(x, y)]);
            else
                rings[^1].Add(new(rings[^1][^1].X + x, rings[^1][^1].Y + y));
        }
        return rings;
    }

    /// <summary>The rings with every point on the nearest line of a grid, counted in steps of the grid.</summary>
    public static IEnumerable<IReadOnlyList<MapPoint>> OnGrid(IEnumerable<IReadOnlyList<MapPoint>> rings, double step) =>
        rings.Select(ring => (IReadOnlyList<MapPoint>)[.. ring.Select(point => new MapPoint((int)Math.Round(point.X / step), (int)Math.Round(point.Y / step)))]);

    /// <summary>The rings around all of them together: what two of them share is inside and goes.</summary>
    public static IReadOnlyList<IReadOnlyList<MapPoint>> Merged(IEnumerable<IReadOnlyList<MapPoint>> rings)
    {
        var edges = rings.SelectMany(Edges).CountBy(edge => edge).ToDictionary();
        var onward = edges
            .SelectMany(edge => Enumerable.Repeat(edge.Key, Math.Max(0, edge.Value - edges.GetValueOrDefault((edge.Key.To, edge.Key.From)))))
            .GroupBy(edge => edge.From, edge => edge.To)
            .ToDictionary(group => group.Key, group => new Stack<MapPoint>(group));
        var merged = new List<IReadOnlyList<MapPoint>>();
        foreach (var start in onward.Keys)
        {
            while (onward[start].TryPop(out var next))
                merged.Add(Walk(start, next, onward));
        }
        return merged;
    }

    /// <summary>The SVG path of rings, as short as it can be written.</summary>
    public static string Path(IEnumerable<IReadOnlyList<MapPoint>> rings)
    {
        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            path.Append(CultureInfo.InvariantCulture, $"M{ring[0].X} {ring[0].Y}l");
            foreach (var (from, to) in ring.Zip(ring.Skip(1)))
            {
                Append(path, to.X - from.X);
                Append(path, to.Y - from.Y);
            }
            path.Append('z');
        }
        return path.ToString();
    }

    private static IEnumerable<(MapPoint From, MapPoint To)> Edges(IReadOnlyList<MapPoint> ring) =>
        ring.Zip(ring.Skip(1).Append(ring[0])).Where(edge => edge.First != edge.Second);

    // Every point that is entered is left again, so that the walk ends where it began.
    private static List<MapPoint> Walk(MapPoint start, MapPoint next, Dictionary<MapPoint, Stack<MapPoint>> onward)
    {
        List<MapPoint> ring = [start];
        for (; next != start; next = onward[next].Pop())
            ring.Add(next);
        return ring;
    }

    // A minus sign parts two numbers as well as a space does.
    private static void Append(StringBuilder path, int number)
    {
        if (number >= 0 && path[^1] != 'l')
            path.Append(' ');
        path.Append(CultureInfo.InvariantCulture, $"{number}");
    }

    private static int Tenths(Group group) => (int)decimal.Round(decimal.Parse(group.ValueSpan, CultureInfo.InvariantCulture) * 10);

    [GeneratedRegex(@"[Ml](?<x>-?[0-9.]+)\s*(?<y>-?[0-9.]+)")]
    private static partial Regex Step();
}
