using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using CsvHelper;
using WhereToReport.Domain;
using WhereToReport.Testing;
using WhereToReport.Web.Hsds;

namespace WhereToReport.Web.Tests.Hsds;

public class HsdsPackageTests(FilledSite filled)
{
    [Fact]
    public async Task Every_file_has_exactly_the_columns_that_the_package_names()
    {
        using var zip = await Package();
        var resources = Resources(zip);
        Assert.Equal(zip.Entries.Select(entry => entry.FullName).Order(), resources.Select(resource => resource.GetProperty("path").GetString()!).Append("datapackage.json").Order());
        foreach (var resource in resources)
            Assert.Equal(Fields(resource).Select(field => field.GetProperty("name").GetString()), Rows(zip, resource).Header);
    }

    [Fact]
    public async Task Every_key_is_unique_and_every_reference_leads_somewhere()
    {
        using var zip = await Package();
        var resources = Resources(zip).ToDictionary(resource => resource.GetProperty("name").GetString()!);
        var ids = resources.ToDictionary(resource => resource.Key, resource => Rows(zip, resource.Value).Records.Select(row => row["id"]).ToHashSet());
        var followed = 0;
        foreach (var (name, resource) in resources)
        {
            var rows = Rows(zip, resource).Records;
            Assert.NotEmpty(rows);
            Assert.Equal(rows.Count, ids[name].Count);
            foreach (var field in Fields(resource).Where(field => field.TryGetProperty("constraints", out _)).Select(field => field.GetProperty("name").GetString()!))
                Assert.All(rows, row => Assert.NotEqual("", row[field]));
            if (!resource.GetProperty("schema").TryGetProperty("foreignKeys", out var keys))
                continue;
            Assert.NotEqual(0, keys.GetArrayLength());
            foreach (var key in keys.EnumerateArray())
            {
                var column = key.GetProperty("fields").GetString()!;
                var target = key.GetProperty("reference").GetProperty("resource").GetString() is { Length: > 0 } other ? other : name;
                foreach (var value in rows.Select(row => row[column]).Where(value => value != ""))
                {
                    Assert.Contains(value, ids[target]);
                    followed++;
                }
            }
        }
        Assert.True(followed > 1000, "references were followed");
    }

    [Fact]
    public async Task Every_cell_is_of_the_type_of_its_column()
    {
        using var zip = await Package();
        foreach (var resource in Resources(zip))
        {
            var rows = Rows(zip, resource).Records;
            foreach (var field in Fields(resource))
            {
                var (name, type, format) = (field.GetProperty("name").GetString()!, field.GetProperty("type").GetString()!, field.TryGetProperty("format", out var told) ? told.GetString() : null);
                foreach (var cell in rows.Select(row => row[name]).Where(cell => cell != ""))
                    Assert.True(Is(cell, type, format), $"{name} ({type}, {format}): {cell}");
            }
        }

        // Table Schema 1: without a format an instant has no parts of a second, and a time no zone.
        static bool Is(string cell, string type, string? format) => (type, format) switch
        {
            ("string", "uuid") => Guid.TryParseExact(cell, "D", out _),
            ("string", _) => true,
            ("number", _) => decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
            ("date", _) => DateOnly.TryParseExact(cell, "yyyy-MM-dd", out _),
            ("datetime", "any") or ("time", "any") => DateTimeOffset.TryParse(cell, CultureInfo.InvariantCulture, out _),
            _ => false,
        };
    }

    [Fact]
    public async Task The_tables_are_those_of_the_specification()
    {
        HsdsSchemas.SkipWithoutThem();
        using var zip = await Package();
        var tables = JsonElement.Parse(HsdsSchemas.Read("tabular.json")).GetProperty("properties");
        foreach (var resource in Resources(zip))
        {
            var table = tables.GetProperty(resource.GetProperty("name").GetString()!).GetProperty("items");
            Assert.Equal(table.GetProperty("path").GetString(), resource.GetProperty("path").GetString());
            Assert.Equal(
                table.GetProperty("properties").EnumerateObject().Where(field => field.Value.GetProperty("type").GetString() != "array").Select(field => (field.Name, Type(field.Value))),
                Fields(resource).Select(field => (field.GetProperty("name").GetString()!, field.GetProperty("type").GetString()!)));
        }
    }

    [Fact]
    public async Task The_package_and_the_API_hold_the_same_services_and_phones()
    {
        using var zip = await Package();
        var resources = Resources(zip).ToDictionary(resource => resource.GetProperty("name").GetString()!);
        var services = (await (await filled.Site()).Hsds("services?full=true&per_page=1000")).Contents();
        AssertSame(services, Rows(zip, resources["service"]));
        AssertSame([.. services.SelectMany(service => service.GetProperty("phones").EnumerateArray())], Rows(zip, resources["phone"]));
        AssertSame([.. services.SelectMany(service => service.GetProperty("service_areas").EnumerateArray())], Rows(zip, resources["service_area"]));
    }

    [Fact]
    public async Task One_revision_is_always_the_same_file()
    {
        var first = await PackageOf(RealDirectory.Facts);

        // Longer than the two seconds that a ZIP file counts in.
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        Assert.Equal(first, await PackageOf(RealDirectory.Facts));
        Assert.NotEqual(first, await PackageOf(RealDirectory.Facts with { Channels = [.. RealDirectory.Facts.Channels.SkipLast(1)] }));
    }

    [Fact]
    public async Task A_list_as_CSV_holds_every_record_and_reads_back()
    {
        var site = await filled.Site();
        var response = await site.Http.GetAsync("/hsds/services?format=csv");
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        var services = (await site.Hsds("services?per_page=1000")).Contents();
        AssertSame(services, Read(await response.Content.ReadAsStreamAsync()));
    }

    private async Task<ZipArchive> Package() => new(new MemoryStream(await (await filled.Site()).Http.GetByteArrayAsync("/data/hsds.zip")));

    private static Task<byte[]> PackageOf(DirectoryFacts facts)
    {
        var directory = new DirectorySnapshot(facts, 1, DateTimeOffset.UnixEpoch.AddYears(56));
        return HsdsPackage.Write(new(directory), directory);
    }

    private static JsonElement[] Resources(ZipArchive zip)
    {
        using var file = zip.GetEntry("datapackage.json")!.Open();
        return [.. JsonDocument.Parse(file).RootElement.GetProperty("resources").EnumerateArray()];
    }

    private static IEnumerable<JsonElement> Fields(JsonElement resource) => resource.GetProperty("schema").GetProperty("fields").EnumerateArray();

    private static string Type(JsonElement field) =>
        field.TryGetProperty("datapackage_type", out var type) ? type.GetString()! : field.GetProperty("type").GetString()!;

    private static Table Rows(ZipArchive zip, JsonElement resource)
    {
        using var file = zip.GetEntry(resource.GetProperty("path").GetString()!)!.Open();
        return Read(file);
    }

    // As docs/hsds.md tells readers: one leading apostrophe is not part of the value.
    private static Table Read(Stream stream)
    {
        using var csv = new CsvReader(new StreamReader(stream), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var records = new List<Dictionary<string, string>>();
        while (csv.Read())
            records.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name) is ['\'', .. var rest] ? rest : csv.GetField(name)!));
        return new(csv.HeaderRecord!, records);
    }

    private static void AssertSame(IReadOnlyCollection<JsonElement> records, Table table)
    {
        Assert.Equal(records.Count, table.Records.Count);
        foreach (var (record, row) in records.Zip(table.Records))
            Assert.All(row, cell => Assert.Equal(record.TryGetProperty(cell.Key, out var value) ? value.ToString() : "", cell.Value));
    }

    private sealed record Table(string[] Header, IReadOnlyList<Dictionary<string, string>> Records);
}
