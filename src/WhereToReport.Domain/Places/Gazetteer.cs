namespace WhereToReport.Domain.Places;

/// <summary>A ZIP code: its post-office place (null where unknown), state, main county, and WGS 84 degrees where known.</summary>
public sealed record ZipCode(string Zip, string? Place, string State, string PrimaryCountyFips, double? Latitude, double? Longitude);

/// <summary>A county that a ZIP code touches; exactly one pair of a ZIP code is primary.</summary>
public sealed record ZipCounty(string Zip, string CountyFips, bool Primary);

/// <summary>A military ZIP code and its post: <c>APO AE</c>, <c>FPO AP</c>, <c>DPO AA</c>.</summary>
public sealed record MilitaryZipCode(string Zip, string Place);

/// <summary>
/// Another name that people type. It leads to a state (<paramref name="State"/>), to one or more counties (FIPS codes in
/// <paramref name="Counties"/>, separated by spaces, best guess first) or to a country (<paramref name="Country"/>, ISO 3166-1 alpha-2).
/// </summary>
public sealed record PlaceAlias(string Name, string? State, string? Counties, string? Country = null);

/// <summary>A big city outside the USA, or a capital, and the ISO 3166-1 alpha-2 code of its country.</summary>
public sealed record WorldCity(string Name, string Country);

/// <summary>All places and the texts that lead to them.</summary>
public sealed record Gazetteer
{
    public IReadOnlyList<State> States { get; init; } = [];
    public IReadOnlyList<County> Counties { get; init; } = [];
    public IReadOnlyList<ZipCode> ZipCodes { get; init; } = [];
    public IReadOnlyList<ZipCounty> ZipCounties { get; init; } = [];
    public IReadOnlyList<MilitaryZipCode> MilitaryZipCodes { get; init; } = [];
    public IReadOnlyList<PlaceAlias> Aliases { get; init; } = [];
    public IReadOnlyList<WorldCity> WorldCities { get; init; } = [];
}
