using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using WhereToReport.Domain;
using WhereToReport.Domain.Places;

namespace WhereToReport.Postgres.Files;

/// <summary>Writes the directory as the data folder that <see cref="DirectoryFiles.Read"/> reads, always in the same bytes.</summary>
public static class DirectoryFilesWriter
{
    public static void Write(DirectoryFacts facts, string folder)
    {
        foreach (var file in DirectoryFiles.Channels)
            WriteJson(folder, file, facts.Channels.Where(channel => DirectoryFiles.FileOf(channel) == file));
        WriteJson(folder, DirectoryFiles.Organizations, facts.Organizations);
        WriteJson(folder, DirectoryFiles.Roles, facts.Roles);
        WriteJson(folder, DirectoryFiles.Situations, facts.Situations);
        WriteJson(folder, DirectoryFiles.Synonyms, facts.Synonyms);
        WriteJson(folder, DirectoryFiles.GeneralPlan, facts.GeneralPlan);
        WriteJson(folder, DirectoryFiles.Duties, facts.Duties);
        WriteJson(folder, DirectoryFiles.AwarenessFacts, facts.AwarenessFacts);
        foreach (var page in facts.LearnPages)
            File.WriteAllText(PathOf(folder, LearnPageFiles.FileOf(page)), LearnPageFiles.Write(page));
        WriteGazetteer(facts.Gazetteer, file => File.Create(PathOf(folder, file)));
    }

    /// <summary>Writes the places as CSV files.</summary>
    /// <param name="gazetteer">The places.</param>
    /// <param name="create">Creates the file of a name.</param>
    public static void WriteGazetteer(Gazetteer gazetteer, Func<string, Stream> create)
    {
        WriteCsv(create, "gazetteer/states.csv", ["usps", "fips", "name", "kind"], gazetteer.States,
            state => [state.Code, state.Fips, state.Name, state.Kind.ToString().ToLowerInvariant()]);
        WriteCsv(create, "gazetteer/counties.csv", ["fips", "state", "name", "short_name"], gazetteer.Counties,
            county => [county.Fips, county.State, county.Name, county.ShortName]);
        WriteCsv(create, "gazetteer/zip-codes.csv", ["zip", "place", "state", "primary_county_fips", "latitude", "longitude"], gazetteer.ZipCodes,
            zip => [zip.Zip, zip.Place, zip.State, zip.PrimaryCountyFips, Degrees(zip.Latitude), Degrees(zip.Longitude)]);
        WriteCsv(create, "gazetteer/zip-counties.csv", ["zip", "county_fips", "primary"], gazetteer.ZipCounties,
            pair => [pair.Zip, pair.CountyFips, pair.Primary ? "true" : "false"]);
        WriteCsv(create, "gazetteer/military-zip-codes.csv", ["zip", "place"], gazetteer.MilitaryZipCodes, zip => [zip.Zip, zip.Place]);
        WriteCsv(create, "gazetteer/place-aliases.csv", ["name", "state", "counties", "country"], gazetteer.Aliases,
            alias => [alias.Name, alias.State, alias.Counties, alias.Country]);
        WriteCsv(create, "gazetteer/world-cities.csv", ["name", "country"], gazetteer.WorldCities, city => [city.Name, city.Country]);
    }

    private static void WriteJson<T>(string folder, string file, T content) =>
        File.WriteAllText(PathOf(folder, file), JsonSerializer.Serialize(content, DirectoryJson.Readable) + "\n");

    private static void WriteCsv<T>(Func<string, Stream> create, string file, string[] columns, IEnumerable<T> rows, Func<T, string?[]> fields)
    {
        using var text = new StreamWriter(create(file)) { NewLine = "\n" };
        using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" });
        foreach (var row in rows.Select(fields).Prepend(columns))
        {
            foreach (var field in row)
                csv.WriteField(field);
            csv.NextRecord();
        }
    }

    private static string? Degrees(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture);

    private static string PathOf(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}
