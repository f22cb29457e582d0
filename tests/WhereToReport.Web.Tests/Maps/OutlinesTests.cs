using System.Text.Json;
using Microsoft.Extensions.Options;
using WhereToReport.Domain.Places;
using WhereToReport.Testing;
using WhereToReport.Web.Maps;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Tests.Maps;

public class OutlinesTests
{
    private const int Samples = 10_000;

    // Falls Church, Virginia, is so small that simplifying left two points of it: nothing is inside, and there the site asks.
    private const string OutlineIsALine = "51610";

    private static readonly Outlines s_outlines = new Borders(Options.Create(new DirectoryOptions { BundledData = Repository.Data })).Outlines;

    [Fact]
    public void Of_ten_thousand_points_inside_counties_999_in_a_thousand_lead_to_their_county()
    {
        var counties = Counties().OrderBy(county => county.Fips, StringComparer.Ordinal).ToArray();
        var random = new Random(20261129);
        var (right, alone) = (0, 0);
        for (var i = 0; i < Samples; i++)
        {
            var (fips, polygons) = counties[i % counties.Length];
            var (longitude, latitude) = PointIn(polygons, random);
            var found = Ids(latitude, longitude);
            right += found.Contains(fips) ? 1 : 0;
            alone += found is [var only] && only == fips ? 1 : 0;
        }
        Assert.InRange(right, (int)(Samples * 0.999), Samples);

        // The others are near a line; only there may it ask.
        Assert.InRange(alone, (int)(Samples * 0.7), Samples);
    }

    [Fact]
    public void The_likeliest_county_is_the_one_that_an_independent_reading_of_the_outlines_says()
    {
        var counties = Counties().ToArray();
        var random = new Random(7);
        var wrong = new List<string>();
        for (var i = 0; i < counties.Length; i += 4)
        {
            var (longitude, latitude) = PointIn(counties[i].Polygons, random);
            (longitude, latitude) = (Math.Round(longitude, 2), Math.Round(latitude, 2));
            string[] inside = [.. counties.Where(county => Contains(county.Polygons, longitude, latitude)).Select(county => county.Fips)];
            if (inside is [var only] && Ids(latitude, longitude) is var found && found[0] != only)
                wrong.Add($"{only}: {string.Join(' ', found)}");
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void ZIP_codes_of_one_county_stand_in_it_on_the_ground_too()
    {
        var countiesOf = RealDirectory.Facts.Gazetteer.ZipCounties.ToLookup(pair => pair.Zip, pair => pair.CountyFips);
        var known = RealDirectory.Facts.Gazetteer.ZipCodes.Where(zip => zip.Latitude is not null && countiesOf[zip.Zip].Count() == 1).Where((_, index) => index % 5 == 0).ToArray();
        Assert.True(known.Length > 5_000);
        var right = known.Count(zip => Ids(zip.Latitude!.Value, zip.Longitude!.Value).Contains(countiesOf[zip.Zip].Single()));
        Assert.InRange(right, (int)(known.Length * 0.99), known.Length);
    }

    [Theory]
    [InlineData("Mountain View", 37.39, -122.08, "06085")]
    [InlineData("Key West", 24.55, -81.78, "12087")]
    [InlineData("Adak, Aleutian Islands", 51.88, -176.65, "02016")]
    [InlineData("Attu, behind the 180th meridian", 52.9, 172.9, "02016")]
    [InlineData("Semisopochnoi, just behind it", 51.93, 179.6, "02016")]
    [InlineData("San Juan, Puerto Rico", 18.43, -66.06, "72127")]
    [InlineData("St. Croix, U.S. Virgin Islands", 17.73, -64.73, "78010")]
    [InlineData("Guam", 13.47, 144.75, "66010")]
    [InlineData("Saipan, Northern Mariana Islands", 15.2, 145.74, "69110")]
    [InlineData("Pago Pago, American Samoa", -14.28, -170.7, "60010")]
    [InlineData("The beach of Galveston, outside the simplified outline", 29.27, -94.80, "48167")]
    [InlineData("Toronto", 43.65, -79.38, "CA")]
    [InlineData("The south of Ciudad Juárez", 31.69, -106.42, "MX")]
    [InlineData("Road Town, British Virgin Islands", 18.42, -64.62, "VG")]
    public void A_place_leads_to_one_answer(string name, double latitude, double longitude, string expected) =>
        Assert.True(Ids(latitude, longitude) is [var only] && only == expected, $"{name}: {string.Join(' ', Ids(latitude, longitude))}");

    [Theory]
    [InlineData("Downtown El Paso, by the river", 31.76, -106.49, "48141", "MX")]
    [InlineData("Tijuana, by the fence", 32.53, -117.03, "06073", "MX")]
    [InlineData("Windsor, Ontario", 42.31, -83.04, "26163", "CA")]
    [InlineData("Detroit, by the river", 42.33, -83.05, "26163", "CA")]
    [InlineData("The middle of Falls Church", 38.882, -77.171, OutlineIsALine, "51059")]
    [InlineData("Falls Church, by the railway", 38.886, -77.161, OutlineIsALine, "51013")]
    [InlineData("Kansas City, on the state line", 39.1, -94.61, "29095", "20209")]
    [InlineData("A boat off San Francisco", 37.7, -122.62, "06075", "06081")]
    public void Near_a_line_nothing_is_taken_for_certain(string name, double latitude, double longitude, params string[] expected) =>
        Assert.True(expected.ToHashSet().IsSubsetOf(Ids(latitude, longitude)), $"{name}: {string.Join(' ', Ids(latitude, longitude))}");

    [Theory]
    [InlineData("London", 51.5, -0.12)]
    [InlineData("Havana", 23.1, -82.4)]
    [InlineData("The middle of Lake Michigan", 43.5, -87.0)]
    [InlineData("The North Pole", 90, 0)]
    [InlineData("The South Pole", -90, 180)]
    [InlineData("The middle of the Pacific", 0, -180)]
    public void Far_from_the_USA_and_its_neighbors_nothing_is_guessed(string name, double latitude, double longitude) =>
        Assert.True(Ids(latitude, longitude) is [], $"{name}: {string.Join(' ', Ids(latitude, longitude))}");

    [Fact]
    public void The_vaguer_a_device_is_the_more_counties_are_possible()
    {
        var sure = Ids(37.39, -122.08);
        var vague = Ids(37.39, -122.08, Whereabouts.VaguestKilometers);
        Assert.Equal(sure, vague.Take(1));
        Assert.Contains("06081", vague);
        Assert.Null(Whereabouts.Of(37.39, -122.08, Whereabouts.VaguestKilometers + 1));
    }

    [Fact]
    public void A_location_is_cut_to_two_decimals_and_tells_nobody_where_it_is()
    {
        var here = Whereabouts.Of(37.386051, -122.083855, 0)!;
        Assert.Equal((37.39, -122.08), (here.Latitude, here.Longitude));
        Assert.DoesNotContain("37", here.ToString());
    }

    private static string[] Ids(double latitude, double longitude, int within = 0) => s_outlines.Locate(Whereabouts.Of(latitude, longitude, within)!, RealDirectory.Snapshot.Places) switch
    {
        PlaceMatch.One one => [one.Place.Id],
        PlaceMatch.Several several => [.. several.Choices.Select(choice => choice.Place.Id)],
        _ => [],
    };

    // Each polygon as often as its box is large: one box around a county on both sides of the 180th meridian would be nearly all sea.
    private static (double X, double Y) PointIn(double[][][][] polygons, Random random)
    {
        var boxes = Array.ConvertAll(polygons, polygon => (West: polygon[0].Min(point => point[0]), East: polygon[0].Max(point => point[0]), South: polygon[0].Min(point => point[1]), North: polygon[0].Max(point => point[1])));
        var sizes = Array.ConvertAll(boxes, box => (box.East - box.West) * (box.North - box.South));
        while (true)
        {
            var (chosen, rest) = (0, random.NextDouble() * sizes.Sum());
            while (chosen < sizes.Length - 1 && rest >= sizes[chosen])
                rest -= sizes[chosen++];
            var box = boxes[chosen];
            var (x, y) = (box.West + random.NextDouble() * (box.East - box.West), box.South + random.NextDouble() * (box.North - box.South));
            if (Contains(polygons[chosen], x, y))
                return (x, y);
        }
    }

    private static bool Contains(double[][][][] polygons, double x, double y) => Array.Exists(polygons, polygon => Contains(polygon, x, y));

    // A line from the point to the east crosses the rings of a polygon an odd number of times where the point is inside.
    private static bool Contains(double[][][] polygon, double x, double y)
    {
        var inside = false;
        foreach (var ring in polygon)
        {
            for (var i = 1; i < ring.Length; i++)
            {
                var (a, b) = (ring[i - 1], ring[i]);
                if (a[1] > y != b[1] > y && x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]))
                    inside = !inside;
            }
        }
        return inside;
    }

    private static IEnumerable<(string Fips, double[][][][] Polygons)> Counties()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Data, "shapes", "counties.geojson")));
        foreach (var county in file.RootElement.GetProperty("features").EnumerateArray())
        {
            var shape = county.GetProperty("geometry");
            var coordinates = shape.GetProperty("coordinates");
            if (county.GetProperty("id").GetString() is not { } fips || fips == OutlineIsALine)
                continue;
            yield return (fips, shape.GetProperty("type").GetString() == "Polygon"
                ? [coordinates.Deserialize<double[][][]>()!]
                : coordinates.Deserialize<double[][][][]>()!);
        }
    }
}
