using WhereToReport.Domain.Places;

namespace WhereToReport.Postgres.Schema;

/// <summary>A state, the district or a territory.</summary>
public sealed class StateRow
{
    public required string Code { get; set; }
    public required string Fips { get; set; }
    public required string Name { get; set; }
    public StateKind Kind { get; set; }
}

public sealed class CountyRow
{
    public required string Fips { get; set; }
    public required string StateCode { get; set; }
    public required string Name { get; set; }
    public required string ShortName { get; set; }
}

public sealed class ZipCodeRow
{
    public required string Zip { get; set; }
    public string? Place { get; set; }
    public required string StateCode { get; set; }
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }
}

/// <summary>A county that a ZIP code touches. A partial unique index allows one primary county a ZIP code.</summary>
public sealed class ZipCountyRow
{
    public required string Zip { get; set; }
    public required string CountyFips { get; set; }
    public bool IsPrimary { get; set; }
}

public sealed class MilitaryZipCodeRow
{
    public required string Zip { get; set; }
    public required string Place { get; set; }
}

/// <summary>Another name of a state, of a country, or of one county of several that the name stands for; rows of a name keep their order.</summary>
public sealed class PlaceAliasRow
{
    public int Id { get; set; }
    public required string Name { get; set; }
    public int Position { get; set; }
    public string? StateCode { get; set; }
    public string? CountyFips { get; set; }

    /// <summary>ISO 3166-1 alpha-2 code.</summary>
    public string? CountryCode { get; set; }
}

/// <summary>A city outside the USA that leads to its country.</summary>
public sealed class WorldCityRow
{
    public required string Name { get; set; }

    /// <summary>ISO 3166-1 alpha-2 code.</summary>
    public required string CountryCode { get; set; }
}
