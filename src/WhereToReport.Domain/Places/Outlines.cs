using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Index.Strtree;

namespace WhereToReport.Domain.Places;

/// <summary>The outline of a county (its FIPS code) or of a neighbor of the USA (ISO 3166-1 alpha-2).</summary>
/// <param name="Id">The code.</param>
/// <param name="Shape">WGS 84 degrees; x is the longitude.</param>
public sealed record Outline(string Id, Geometry Shape);

/// <summary>
/// Finds the county that a person is in by the outlines of all counties. The outlines of the neighbors keep the other bank of
/// the Rio Grande from being taken for Texas.
/// </summary>
public sealed class Outlines
{
    private const double KilometersPerDegree = 111.2;

    /// <summary>
    /// What a border can be off, in kilometers: rounding moves a point by up to 0.8, and the outlines are simplified. Of the
    /// ZIP codes that lie in one county, 99.4 % have their point no further than this from its outline.
    /// </summary>
    private const double Doubt = 2;

    /// <summary>Twelve nautical miles: the water off the coast is as much the USA, and piers and small islands are not in the outlines.</summary>
    private const double TerritorialSea = 22;

    private readonly STRtree<Outline> _parts = new();

    public Outlines(IEnumerable<Outline> outlines)
    {
        // Part by part: the box around all of Alaska's islands would go around the Earth.
        foreach (var (id, shape) in outlines)
        {
            for (var at = 0; at < shape.NumGeometries; at++)
                _parts.Insert(shape.GetGeometryN(at).EnvelopeInternal, new(id, shape.GetGeometryN(at)));
        }
        _parts.Build();
    }

    /// <summary>
    /// The place that a person is in; several where a border is too near to tell, the likeliest first; none far from the USA and
    /// its neighbors.
    /// </summary>
    public PlaceMatch Locate(Whereabouts here, PlaceIndex places)
    {
        var reach = Doubt + here.Within;
        var near = Near(here, reach) is { Length: > 0 } close ? close : OnWater(here, reach);
        return near.Select(place => Choice(place.Id, places)).OfType<PlaceChoice>().ToArray() switch
        {
            [] => new PlaceMatch.None(),
            [var only] => new PlaceMatch.One(only.Place),
            var possible => new PlaceMatch.Several(possible),
        };
    }

    private static PlaceChoice? Choice(string id, PlaceIndex places) =>
        places.County(id) is { } county ? new(county, $"{county.Name}, {places.StateOf(county).Name}")
        : places.CountryOf(id) is { } country ? new(country, country.Name)
        : null;

    // The nearest coast, and those about as near.
    private (string Id, double Kilometers)[] OnWater(Whereabouts here, double reach)
    {
        var coasts = Near(here, TerritorialSea);
        return [.. coasts.TakeWhile(coast => coast.Kilometers <= coasts[0].Kilometers + reach)];
    }

    // The nearest first, none twice.
    private (string Id, double Kilometers)[] Near(Whereabouts here, double kilometers)
    {
        var (degrees, squeeze) = (kilometers / KilometersPerDegree, Math.Cos(here.Latitude * Math.PI / 180));

        // The Aleutian Islands go on behind the 180th meridian.
        double[] longitudes = [here.Longitude, here.Longitude - 360, here.Longitude + 360];
        return [..
            from longitude in longitudes
            from part in _parts.Query(new(longitude - degrees / squeeze, longitude + degrees / squeeze, here.Latitude - degrees, here.Latitude + degrees))
            group Kilometers(part.Shape, longitude, here.Latitude, squeeze) by part.Id into place
            let distance = place.Min()
            where distance <= kilometers
            orderby distance, place.Key
            select (place.Key, distance)];
    }

    // A degree of longitude is shorter than one of latitude; squeezed, both are as long. Zero inside.
    private static double Kilometers(Geometry shape, double longitude, double latitude, double squeeze) =>
        AffineTransformation.ScaleInstance(squeeze, 1).Transform(shape).Distance(shape.Factory.CreatePoint(new Coordinate(longitude * squeeze, latitude))) * KilometersPerDegree;
}
