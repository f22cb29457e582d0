using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using WhereToReport.Domain.Places;

namespace WhereToReport.Postgres.Files;

/// <summary>Reads the gazetteer's CSV files; a row that does not fit is left out and reported with its line.</summary>
internal sealed class GazetteerReader(string root, List<DataProblem> problems)
{
    public Gazetteer Read() => new()
    {
        States = Rows("gazetteer/states.csv", ["usps", "fips", "name", "kind"], row => new State
        {
            Code = row[0],
            Fips = row[1],
            Name = row[2],
            Kind = row[3] switch
            {
                "state" => StateKind.State,
                "district" => StateKind.District,
                "territory" => StateKind.Territory,
                _ => throw new FormatException("state, district or territory"),
            },
        }),
        Counties = Rows("gazetteer/counties.csv", ["fips", "state", "name", "short_name"], row => new County
        {
            Fips = row[0],
            State = row[1],
            Name = row[2],
            ShortName = row[3],
        }),
        ZipCodes = Rows("gazetteer/zip-codes.csv", ["zip", "place", "state", "primary_county_fips", "latitude", "longitude"],
            row => new ZipCode(row[0], Optional(row[1]), row[2], row[3], Degrees(row[4], 90), Degrees(row[5], 180))),
        ZipCounties = Rows("gazetteer/zip-counties.csv", ["zip", "county_fips", "primary"],
            row => new ZipCounty(row[0], row[1], row[2] switch
            {
                "true" => true,
                "false" => false,
                _ => throw new FormatException("true or false"),
            })),
        MilitaryZipCodes = Rows("gazetteer/military-zip-codes.csv", ["zip", "place"], row => new MilitaryZipCode(row[0], row[1])),
        Aliases = Rows("gazetteer/place-aliases.csv", ["name", "state", "counties", "country"],
            row => new PlaceAlias(row[0], Optional(row[1]), Optional(row[2]), Optional(row[3]))),
        WorldCities = Rows("gazetteer/world-cities.csv", ["name", "country"], row => new WorldCity(row[0], row[1])),
    };

    private IReadOnlyList<T> Rows<T>(string file, string[] columns, Func<string[], T> read)
    {
        var path = Path.Combine(root, file);
        if (!File.Exists(path))
        {
            problems.Add(new(file, "(file)", "", "no such file", $"a CSV file with the columns {string.Join(", ", columns)}"));
            return [];
        }

        using var text = File.OpenText(path);
        using var csv = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null });
        if (!csv.Read() || !csv.Record!.SequenceEqual(columns))
        {
            problems.Add(new(file, "line 1", "", csv.Record is null ? "nothing" : string.Join(",", csv.Record), string.Join(",", columns)));
            return [];
        }

        var rows = new List<T>();
        while (csv.Read())
        {
            var row = csv.Record!;
            if (row.Length != columns.Length)
            {
                problems.Add(new(file, $"line {csv.RawRow}", "", $"{row.Length} columns", $"{columns.Length} columns"));
                continue;
            }
            try
            {
                rows.Add(read(row));
            }
            catch (FormatException misfit)
            {
                problems.Add(new(file, $"line {csv.RawRow}", "", string.Join(",", row), misfit.Message));
            }
        }
        return rows;
    }

    private static string? Optional(string value) => value.Length == 0 ? null : value;

    private static double? Degrees(string value, double most) =>
        value.Length == 0 ? null
        : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees
        : throw new FormatException($"degrees from -{most} to {most}, with a decimal point");
}
