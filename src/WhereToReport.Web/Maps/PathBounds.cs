using System.Globalization;
using System.Text.RegularExpressions;

namespace WhereToReport.Web.Maps;

/// <summary>The rectangle around SVG paths, so that one state can be cut out of the drawing of the country.</summary>
public static partial class PathBounds
{
    private const double Margin = 1;

    /// <summary>A view box around all the paths. The paths use only M (absolute), l (relative) and z.</summary>
    public static string ViewBox(IEnumerable<string> paths)
    {
        double left = double.MaxValue, top = double.MaxValue, right = double.MinValue, bottom = double.MinValue;
        foreach (var (x, y) in paths.SelectMany(Points))
        {
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
        }
        return string.Create(CultureInfo.InvariantCulture,
            $"{left - Margin:0.#} {top - Margin:0.#} {right - left + 2 * Margin:0.#} {bottom - top + 2 * Margin:0.#}");
    }

    private static IEnumerable<(double X, double Y)> Points(string path)
    {
        double x = 0, y = 0;
        foreach (Match step in Step().Matches(path))
        {
            var dx = Number(step.Groups["x"]);
            var dy = Number(step.Groups["y"]);
            (x, y) = step.Value[0] == 'M' ? (dx, dy) : (x + dx, y + dy);
            yield return (x, y);
        }
    }

    private static double Number(Group group) => double.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[Ml](?<x>-?[0-9.]+)\s*(?<y>-?[0-9.]+)")]
    private static partial Regex Step();
}
