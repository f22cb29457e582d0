namespace WhereToReport.Domain.Channels;

/// <summary>How we know that a channel covers an area.</summary>
public enum CoverageBasis
{
    /// <summary>A source names the county or the whole state.</summary>
    Stated,

    /// <summary>By exclusion: every other county of the state is taken.</summary>
    Inferred,

    /// <summary>The sources name no county list; this is one of several channels that could cover it.</summary>
    Possible,
}

/// <summary>
/// Coverage as a volunteer writes it. Exactly one of <see cref="World"/>, <see cref="Country"/>, <see cref="State"/>,
/// <see cref="RestOfState"/> and <see cref="Counties"/> is set.
/// </summary>
public sealed record CoverageRule
{
    public bool World { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>USPS code of a state, the district or a territory.</summary>
    public string? State { get; init; }

    /// <summary>USPS code: every county of the state that no other channel of the same kind names in <see cref="Counties"/>.</summary>
    public string? RestOfState { get; init; }

    /// <summary>Five-digit FIPS codes.</summary>
    public IReadOnlyList<string> Counties { get; init; } = [];
    public required CoverageBasis Basis { get; init; }
}

/// <summary>An area of coverage made explicit. At most one code is set; none means the whole world.</summary>
public sealed record CoverageArea(string? Country, string? State, string? County, CoverageBasis Basis)
{
    public static CoverageArea OfWorld(CoverageBasis basis) => new(null, null, null, basis);
    public static CoverageArea OfCountry(string code, CoverageBasis basis) => new(code, null, null, basis);
    public static CoverageArea OfState(string code, CoverageBasis basis) => new(null, code, null, basis);
    public static CoverageArea OfCounty(string fips, CoverageBasis basis) => new(null, null, fips, basis);
}
