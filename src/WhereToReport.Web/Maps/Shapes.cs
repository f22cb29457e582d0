using System.Text.Json;
using Microsoft.Extensions.Options;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Maps;

/// <summary>
/// The outlines of states and counties as SVG paths in one drawing of the country (<c>data/shapes</c>). Territories are
/// not in the drawing. Without the files the pages simply have no maps.
/// </summary>
public sealed class Shapes(IOptions<DirectoryOptions> options)
{
    private sealed record Drawing(string ViewBox, Dictionary<string, string> Paths);

    private readonly Lazy<Drawing> _states = new(() => Read(options.Value, "state-paths.json"));
    private readonly Lazy<Drawing> _counties = new(() => Read(options.Value, "county-paths.json"));

    /// <summary>The view box of the whole country.</summary>
    public string CountryViewBox => _states.Value.ViewBox;

    /// <summary>The outline of a state, or null where it is not in the drawing.</summary>
    public string? Outline(State state) => _states.Value.Paths.GetValueOrDefault(state.Fips);

    /// <summary>The outline of a county, or null where it is not in the drawing.</summary>
    public string? Outline(County county) => _counties.Value.Paths.GetValueOrDefault(county.Fips);

    private static Drawing Read(DirectoryOptions options, string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, options.BundledData, "shapes", file);
        if (!File.Exists(path))
            return new("0 0 1 1", []);
        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize<Drawing>(stream, JsonSerializerOptions.Web) ?? throw new InvalidDataException($"{path} is empty.");
    }
}
