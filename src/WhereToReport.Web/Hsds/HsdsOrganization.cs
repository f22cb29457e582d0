namespace WhereToReport.Web.Hsds;

/// <summary>An organization as HSDS 3.0 has it.</summary>
public sealed record HsdsOrganization
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public string? AlternateName { get; init; }
    public required string Description { get; init; }

    /// <summary>Set in the full form.</summary>
    public IReadOnlyList<HsdsLocation>? Locations { get; init; }

    /// <summary>Set in the full form: the fields of each service, or the full service where that was asked for.</summary>
    public IReadOnlyList<HsdsService>? Services { get; init; }
}
