using WhereToReport.Domain.Places;

namespace WhereToReport.Domain.Channels;

/// <summary>Turns every form of coverage into an explicit set of areas.</summary>
public sealed class CoverageExpansion
{
    private readonly ILookup<string, County> _countiesByState;
    private readonly ILookup<string, Channel> _channelsNamingCounty;

    public CoverageExpansion(IEnumerable<Channel> channels, IEnumerable<County> counties)
    {
        _countiesByState = counties.ToLookup(county => county.State);
        _channelsNamingCounty = channels
            .SelectMany(channel => channel.Coverage, (channel, rule) => (channel, rule))
            .SelectMany(pair => pair.rule.Counties, (pair, fips) => (pair.channel, fips))
            .ToLookup(pair => pair.fips, pair => pair.channel);
    }

    /// <summary>The areas of one rule of a channel, in the order of their codes.</summary>
    public IEnumerable<CoverageArea> Areas(Channel channel, CoverageRule rule)
    {
        if (rule.World)
            return [CoverageArea.OfWorld(rule.Basis)];
        if (rule.Country is { } country)
            return [CoverageArea.OfCountry(country, rule.Basis)];
        if (rule.State is { } state)
            return [CoverageArea.OfState(state, rule.Basis)];
        if (rule.RestOfState is { } rest)
            return RestOf(rest, channel).Select(county => CoverageArea.OfCounty(county.Fips, rule.Basis));
        return rule.Counties.Select(fips => CoverageArea.OfCounty(fips, rule.Basis));
    }

    private IEnumerable<County> RestOf(string state, Channel channel) =>
        _countiesByState[state].Where(county =>
            !_channelsNamingCounty[county.Fips].Any(other => other.Kind == channel.Kind && other.Id != channel.Id));
}
