using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;

namespace WhereToReport.Web.Hsds;

/// <summary>The areas that a channel covers, every county by its own name: "the rest of the state" is spelled out.</summary>
internal sealed class ServiceAreas(DirectorySnapshot directory)
{
    public IEnumerable<HsdsServiceArea> Of(Channel channel) => directory.Coverage.AreasOf(channel).Select(area =>
    {
        var (code, name, uri) = Describe(area);
        return new HsdsServiceArea(
            HsdsId.Of("service_area", $"{channel.Id}:{code}"),
            HsdsId.Of("service", channel.Id),
            name,
            Basis(area.Basis),
            uri,
            uri is null ? null : "text",
            uri);
    });

    private (string Code, string Name, string? Uri) Describe(CoverageArea area)
    {
        if (area.County is { } fips)
        {
            var county = directory.Places.County(fips)!;
            return ($"county-{fips}", $"{county.Name}, {directory.Places.StateOf(county).Name}", Census("050", fips));
        }
        if (area.State is { } code)
        {
            var state = directory.Places.State(code)!;
            return ($"state-{code}", state.Name, Census("040", state.Fips));
        }
        return area.Country is { } country
            ? ($"country-{country}", Countries.Of(country)!.Name, $"https://www.iso.org/obp/ui/#iso:code:3166:{country}")
            : ("world", "The whole world", null);
    }

    // The Census Bureau's page of an area, named by its full GEOID: summary level, "XX00US", FIPS code.
    private static string Census(string level, string fips) => $"https://data.census.gov/profile?g={level}XX00US{fips}";

    private static string Basis(CoverageBasis basis) => basis switch
    {
        CoverageBasis.Stated => "A source says so.",
        CoverageBasis.Inferred => "Not confirmed: we infer this from what other task forces cover.",
        _ => "Not confirmed: no source we read lists the counties, and other task forces may cover this area.",
    };
}
