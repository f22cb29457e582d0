using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;

namespace WhereToReport.Domain.Answers;

/// <summary>A channel that covers a place, and how we know.</summary>
public sealed record CoveringChannel(Channel Channel, CoverageBasis Basis);

/// <summary>Which published channels cover a place, the most specific coverage first.</summary>
public sealed class CoverageMap
{
    private readonly ILookup<string, CoveringChannel> _byCounty;
    private readonly ILookup<string, CoveringChannel> _byState;
    private readonly ILookup<string, CoveringChannel> _byCountry;
    private readonly ILookup<string, CoveringChannel> _inPartOfState;
    private readonly CoveringChannel[] _worldwide;
    private readonly ILookup<string, CoverageArea> _areas;

    public CoverageMap(IReadOnlyList<Channel> channels, IReadOnlyList<County> counties)
    {
        var expansion = new CoverageExpansion(channels, counties);
        var stateOf = counties.ToDictionary(county => county.Fips, county => county.State);
        var areas =
            (from channel in channels
             where channel.Publish
             from rule in channel.Coverage
             from area in expansion.Areas(channel, rule)
             select (area, covering: new CoveringChannel(channel, area.Basis))).ToArray();

        _areas = areas.ToLookup(entry => entry.covering.Channel.Id, entry => entry.area);
        _byCounty = areas.Where(entry => entry.area.County is not null).ToLookup(entry => entry.area.County!, entry => entry.covering);
        _byState = areas.Where(entry => entry.area.State is not null).ToLookup(entry => entry.area.State!, entry => entry.covering);
        _byCountry = areas.Where(entry => entry.area.Country is not null).ToLookup(entry => entry.area.Country!, entry => entry.covering);
        _worldwide = [.. areas.Where(entry => entry.area is { Country: null, State: null, County: null }).Select(entry => entry.covering)];

        // Seen from the state, a channel of some of its counties is only one of those that may be the right one.
        _inPartOfState = areas
            .Where(entry => entry.area.County is not null)
            .Select(entry => (State: stateOf[entry.area.County!], entry.covering.Channel))
            .Distinct()
            .ToLookup(pair => pair.State, pair => new CoveringChannel(pair.Channel, CoverageBasis.Possible));
    }

    /// <summary>The areas that a published channel covers, each once, with its surest basis: "the rest of the state" is spelled out.</summary>
    public IEnumerable<CoverageArea> AreasOf(Channel channel) => _areas[channel.Id]
        .GroupBy(area => (area.Country, area.State, area.County))
        .Select(same => same.MinBy(area => area.Basis)!);

    /// <summary>Every published channel that covers the place, each once, with its surest basis.</summary>
    public IEnumerable<CoveringChannel> Covering(Place place) => (place switch
    {
        County county => _byCounty[county.Fips].Concat(_byState[county.State]).Concat(_byCountry["US"]),
        State state => _byState[state.Code].Concat(_inPartOfState[state.Code]).Concat(_byCountry["US"]),
        _ => _byCountry[place.Id],
    })
        .Concat(_worldwide)
        .GroupBy(covering => covering.Channel.Id)
        .Select(same => same.MinBy(covering => covering.Basis)!);

    /// <summary>The channels of a kind that cover the place, surest first, then by name.</summary>
    public IEnumerable<CoveringChannel> Covering(Place place, ChannelKind kind) => OfKind(Covering(place), kind);

    /// <summary>Those of a kind among the channels that cover a place, surest first, then by name.</summary>
    public static IEnumerable<CoveringChannel> OfKind(IEnumerable<CoveringChannel> covering, ChannelKind kind) => covering
        .Where(channel => channel.Channel.Kind == kind)
        .OrderBy(channel => channel.Basis)
        .ThenBy(channel => channel.Channel.Name.En, StringComparer.Ordinal);
}
