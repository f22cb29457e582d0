using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using WhereToReport.Domain;

namespace WhereToReport.Web.Hsds;

/// <summary>
/// The whole directory as a tabular data package: a ZIP file with a CSV file for each table and <c>datapackage.json</c>,
/// which describes them. The same revision gives the same bytes.
/// </summary>
internal static class HsdsPackage
{
    private static readonly JsonSerializerOptions s_json = new(HsdsJson.Options) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    public static async Task<byte[]> Write(HsdsDirectory hsds, DirectorySnapshot directory)
    {
        var services = hsds.Services.Select(known => hsds.Full(known.Fact)).ToArray();
        (HsdsTable Table, IEnumerable<object> Rows)[] tables =
        [
            (HsdsTable.Organizations, hsds.Organizations.Select(known => hsds.Fields(known.Fact))),
            (HsdsTable.Services, services),
            (HsdsTable.Attributes, services.SelectMany(service => service.Attributes!)),
            (HsdsTable.ServicesAtLocations, services.SelectMany(service => service.ServiceAtLocations!)),
            (HsdsTable.Locations, services.SelectMany(service => service.ServiceAtLocations!).Select(place => place.Location!)),
            (HsdsTable.Phones, services.SelectMany(service => service.Phones!)),
            (HsdsTable.Schedules, services.SelectMany(service => service.Schedules!)),
            (HsdsTable.ServiceAreas, services.SelectMany(service => service.ServiceAreas!)),
            (HsdsTable.Languages, services.SelectMany(service => service.Languages!)),
            (HsdsTable.TaxonomyTerms, hsds.Terms.All.Select(known => known.Fact)),
            (HsdsTable.Metadata, services.SelectMany(service => service.Metadata!)),
            (HsdsTable.Taxonomies, Terms.Taxonomies.Select(known => known.Fact)),
        ];

        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using (var file = Add(zip, "datapackage.json", directory.ChangedAt))
                await JsonSerializer.SerializeAsync(file, Describe(tables.Select(table => table.Table), directory), s_json);
            foreach (var (table, rows) in tables)
            {
                await using var file = Add(zip, table.Path, directory.ChangedAt);
                await CsvRows.Write(file, table, rows);
            }
        }
        return bytes.ToArray();
    }

    // ZIP files know no years before 1980 and no time zones: the time of the revision in UTC, in any time zone the server is in.
    private static Stream Add(ZipArchive zip, string name, DateTimeOffset changedAt)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = changedAt.Year < 1980 ? new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero) : changedAt.ToUniversalTime();
        return entry.Open();
    }

    private static object Describe(IEnumerable<HsdsTable> tables, DirectorySnapshot directory) => new
    {
        Profile = "tabular-data-package",
        Name = "where-to-report",
        Title = "Where to Report",
        Description = "Official channels to report crimes against children and abuse, and to get help, in the form of the Human Services Data Specification (HSDS) 3.0.",
        Version = directory.Revision.ToString(CultureInfo.InvariantCulture),
        Created = directory.ChangedAt,
        Licenses = new[] { new { Name = "CC0-1.0", Title = "CC0 1.0 Universal", Path = "https://creativecommons.org/publicdomain/zero/1.0/" } },
        Resources = tables.Select(Describe),
    };

    private static object Describe(HsdsTable table) => new
    {
        Profile = "tabular-data-resource",
        table.Name,
        table.Path,
        Format = "csv",
        Mediatype = "text/csv",
        Encoding = "utf-8",
        Schema = new
        {
            Fields = table.Columns.Select(Describe),
            PrimaryKey = "id",
            ForeignKeys = table.Columns.Where(column => column.Refers is not null).Select(column => Refer(table, column)).ToArray() is { Length: > 0 } keys ? keys : null,
        },
    };

    // An empty name means the table itself (Table Schema, foreign keys).
    private static object Refer(HsdsTable table, HsdsColumn column) => new
    {
        Fields = column.Name,
        Reference = new { Resource = column.Refers == table.Name ? "" : column.Refers, Fields = "id" },
    };

    private static object Describe(HsdsColumn column) => new
    {
        column.Name,
        column.Type,

        // Without a format Table Schema knows times and instants to the second only, and times without a zone.
        Format = column.Name == "id" || column.Refers is not null ? "uuid" : column.Type is "time" or "datetime" ? "any" : null,
        Constraints = column.Required ? new { Required = true, Unique = column.Name == "id" ? true : (bool?)null } : null,
    };
}
