using System.Text.Json;
using Microsoft.Extensions.Options;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;
using NetTopologySuite.IO.Converters;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Maps;

/// <summary>
/// The outlines of all counties, territories included, and of the neighbors of the USA (<c>data/shapes</c>), read when somebody
/// first asks where they are: a node starts without them.
/// </summary>
public sealed class Borders(IOptions<DirectoryOptions> options)
{
    private static readonly string[] s_files = ["counties.geojson", "neighbors.geojson"];

    private readonly Lazy<Outlines> _outlines = new(() => new(s_files.SelectMany(file => Read(options.Value, file))));

    public Outlines Outlines => _outlines.Value;

    // Packed, the coordinates take a quarter of the memory.
    private static IEnumerable<Outline> Read(DirectoryOptions options, string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, options.BundledData, "shapes", file);
        var reading = new JsonSerializerOptions { Converters = { new GeoJsonConverterFactory(new GeometryFactory(PackedCoordinateSequenceFactory.DoubleFactory)) } };
        using var stream = File.OpenRead(path);
        var outlines = JsonSerializer.Deserialize<FeatureCollection>(stream, reading) ?? throw new InvalidDataException($"{path} is empty.");
        return outlines.Select(outline => new Outline((string)outline.GetOptionalId(GeoJsonConverterFactory.DefaultIdPropertyName), outline.Geometry));
    }
}
