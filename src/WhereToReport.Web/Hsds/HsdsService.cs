using System.Text.Json.Serialization;

namespace WhereToReport.Web.Hsds;

/// <summary>
/// A service as HSDS 3.0 has it: the fields of its table, and in the full form what belongs to it. What is null is left out
/// when it is written.
/// </summary>
public sealed record HsdsService
{
    /// <summary>The status of every service: what is no longer active is not published.</summary>
    public const string Active = "active";

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string Name { get; init; }
    public string? AlternateName { get; init; }
    public required string Description { get; init; }
    public string? Url { get; init; }
    public string? Email { get; init; }
    public string Status => Active;
    public string? InterpretationServices { get; init; }
    public string? ApplicationProcess { get; init; }
    public string? EligibilityDescription { get; init; }
    public DateOnly? AssuredDate { get; init; }
    public required DateTimeOffset LastModified { get; init; }
    public HsdsOrganization? Organization { get; init; }
    public IReadOnlyList<HsdsPhone>? Phones { get; init; }
    public IReadOnlyList<HsdsSchedule>? Schedules { get; init; }
    public IReadOnlyList<HsdsServiceArea>? ServiceAreas { get; init; }
    public IReadOnlyList<HsdsServiceAtLocation>? ServiceAtLocations { get; init; }
    public IReadOnlyList<HsdsLanguage>? Languages { get; init; }
    public IReadOnlyList<HsdsAttribute>? Attributes { get; init; }
    public IReadOnlyList<HsdsMetadata>? Metadata { get; init; }
}

/// <summary>A service in the minimal list: its id, when it changed, and the two fields that the schema of the list demands.</summary>
public sealed record HsdsServiceStub(Guid Id, string Name, string Status, DateTimeOffset LastModified)
{
    /// <summary>The specification's text speaks of <c>modified_date</c>, its schema of <c>last_modified</c>.</summary>
    public DateTimeOffset ModifiedDate => LastModified;
}

/// <summary>A phone, text or text-telephone number. <c>type</c> is one of RFC 6350: voice, text, textphone.</summary>
public sealed record HsdsPhone(Guid Id, Guid ServiceId, string Number, int? Extension, string Type, string? Description);

/// <summary>When a service can be reached: the sentence of the source, and exact times only where it leaves no doubt.</summary>
public sealed record HsdsSchedule(
    Guid Id, Guid ServiceId, string? Freq, string? Byday, string Description, string? OpensAt, string? ClosesAt);

/// <summary>An area that a service covers; extent and URI name a county, state or country by its FIPS or ISO code.</summary>
public sealed record HsdsServiceArea(
    Guid Id, Guid ServiceId, string Name, string Description, string? Extent, string? ExtentType, string? Uri);

/// <summary>A language that a service answers in, by its ISO 639-1 code.</summary>
public sealed record HsdsLanguage(Guid Id, Guid ServiceId, string? Name, string Code);

/// <summary>A service at the place where it can be reached. We hold no street addresses: every location is virtual.</summary>
public sealed record HsdsServiceAtLocation
{
    public required Guid Id { get; init; }
    public required Guid ServiceId { get; init; }
    public required Guid LocationId { get; init; }
    public required string Description { get; init; }
    public IReadOnlyList<HsdsPhone>? Phones { get; init; }
    public IReadOnlyList<HsdsSchedule>? Schedules { get; init; }
    public HsdsLocation? Location { get; init; }
    public HsdsService? Service { get; init; }

    /// <summary>Set in the answer for one record: there openapi.json names the schema of a service, which demands both.</summary>
    public string? Name { get; init; }

    /// <inheritdoc cref="Name"/>
    public string? Status { get; init; }
}

/// <summary>Where a service is reached by phone or online.</summary>
public sealed record HsdsLocation(Guid Id, string LocationType, string? Url, Guid OrganizationId, string Name);

/// <summary>A term that holds for a record, with a value where the term asks for one.</summary>
public sealed record HsdsAttribute(
    Guid Id, Guid LinkId, Guid TaxonomyTermId, string LinkEntity, string? Value, [property: JsonPropertyOrder(1)] HsdsTaxonomyTerm? TaxonomyTerm);

/// <summary>A change or a check of a record.</summary>
public sealed record HsdsMetadata(
    Guid Id,
    Guid ResourceId,
    string ResourceType,
    DateOnly LastActionDate,
    string LastActionType,
    string FieldName,
    string PreviousValue,
    string ReplacementValue,
    string UpdatedBy);
