using System.Text.RegularExpressions;
using WhereToReport.Domain;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Hsds;

/// <summary>How a list is written.</summary>
internal enum HsdsFormat
{
    Json,
    Ndjson,
    Csv,
}

/// <summary>The parameters of a list, as openapi.json of HSDS 3.0 names them, and <c>after</c>.</summary>
internal sealed partial record HsdsQuery
{
    public const int MostPerPage = 1000;
    private const int UsualPerPage = 50;

    // "Aim to return all services within one page", says the specification of minimal lists.
    private const int AllOnOnePage = 1_000_000;

    /// <summary>The names of all parameters; others are neither read nor repeated.</summary>
    public static readonly IReadOnlySet<string> Parameters = new HashSet<string>
    {
        "search", "format", "page", "after", "per_page", "taxonomy_term_id", "taxonomy_id", "organization_id", "parent_id", "top_only", "modified_after", "minimal",
        "full", "full_service", "postcode", "proximity",
    };

    /// <summary>The words to look for; empty for all records.</summary>
    public required IReadOnlyList<string> Search { get; init; }
    public required HsdsFormat Format { get; init; }
    public required int? Page { get; init; }

    /// <summary>Only records after this id: where the page before ended.</summary>
    public required Guid? After { get; init; }
    public required int PerPage { get; init; }
    public required Guid? TaxonomyTermId { get; init; }
    public required Guid? TaxonomyId { get; init; }
    public required Guid? OrganizationId { get; init; }
    public required Guid? ParentId { get; init; }
    public required DateTimeOffset? ModifiedAfter { get; init; }
    public required bool Minimal { get; init; }
    public required bool Full { get; init; }
    public required bool FullService { get; init; }

    /// <summary>The ids of the channels that cover the ZIP code; null where none was given.</summary>
    public required IReadOnlySet<string>? CoveringPostcode { get; init; }

    /// <summary>Reads the parameters; <paramref name="problem"/> is the first thing wrong with them, as a sentence to act on.</summary>
    public static HsdsQuery? Read(IQueryCollection parameters, DirectorySnapshot directory, out string? problem)
    {
        var reader = new QueryReader(parameters);
        var minimal = reader.Flag("minimal");
        var query = new HsdsQuery
        {
            Search = PlaceText.Words(reader.Text("search") ?? ""),
            Format = reader.OneOf("format", HsdsFormat.Json),
            Page = reader.Number("page", int.MaxValue),
            After = reader.Uuid("after"),
            PerPage = reader.Number("per_page", MostPerPage) ?? (minimal ? AllOnOnePage : UsualPerPage),
            TaxonomyTermId = reader.Uuid("taxonomy_term_id"),
            TaxonomyId = reader.Uuid("taxonomy_id"),
            OrganizationId = reader.Uuid("organization_id"),
            ParentId = reader.Uuid("parent_id"),
            ModifiedAfter = reader.Instant("modified_after"),
            Minimal = minimal,
            Full = reader.Flag("full"),
            FullService = reader.Flag("full_service"),
            CoveringPostcode = reader.Text("postcode") is { } postcode ? Covering(postcode, directory, reader) : null,
        };
        reader.Flag("top_only"); // every term is at the top
        if (reader.Text("proximity") is not null)
            reader.Refuse("proximity cannot be used: no service here has a street address to measure from. Leave it out; postcode alone gives the services that cover the place.");
        if (query is { Page: not null, After: not null })
            reader.Refuse("Use page or after, not both.");
        if (query is { Format: HsdsFormat.Csv } and ({ Full: true } or { Minimal: true } or { FullService: true }))
            reader.Refuse("format=csv holds the fields of one table. Leave out full, full_service and minimal; all tables are in /data/hsds.zip.");
        problem = reader.Problem;
        return problem is null ? query : null;
    }

    private static HashSet<string> Covering(string postcode, DirectorySnapshot directory, QueryReader reader)
    {
        Place[] places = !ZipCode().IsMatch(postcode) ? [] : directory.Places.Resolve(postcode) switch
        {
            PlaceMatch.One { UnknownZip: null } one => [one.Place],
            PlaceMatch.Several several => [.. several.Choices.Select(choice => choice.Place)],
            _ => [],
        };
        if (places.Length == 0)
            reader.Refuse("postcode is not a ZIP code on record. Use five digits, such as 94043.");
        return [.. places.SelectMany(directory.Coverage.Covering).Select(covering => covering.Channel.Id)];
    }

    [GeneratedRegex("^[0-9]{5}(-?[0-9]{4})?$", RegexOptions.CultureInvariant)]
    private static partial Regex ZipCode();
}
