using System.Text.RegularExpressions;

namespace WhereToReport.Domain.Places;

/// <summary>Finds the place that a text means: a ZIP code, a city, a county, a state, or a nickname of one.</summary>
public sealed partial class PlaceIndex
{
    private const int LongestStateNameInWords = 5;

    private static readonly HashSet<string> s_countryNames = ["us", "usa", "u s", "u s a", "united states", "united states of america", "america", "estados unidos", "eeuu"];
    private static readonly string[] s_openings = ["county of ", "city of ", "town of ", "village of ", "parish of ", "state of ", "condado de ", "ciudad de ", "estado de "];

    private readonly PlaceNames _names;
    private readonly Dictionary<string, State> _states;
    private readonly Dictionary<string, County> _counties;
    private readonly Dictionary<(string State, string Slug), County> _countiesBySlug;
    private readonly Dictionary<string, County[]> _countiesByZip;
    private readonly Dictionary<string, MilitaryZipCode> _militaryZipCodes;
    private readonly ILookup<string, string> _statesByZipPrefix;
    private readonly ILookup<string, MilitaryZipCode> _militaryByZipPrefix;
    private readonly ILookup<string, County> _countiesByState;

    public PlaceIndex(Gazetteer gazetteer)
    {
        _names = new(gazetteer);
        _states = gazetteer.States.ToDictionary(state => state.Code);
        _counties = gazetteer.Counties.ToDictionary(county => county.Fips);
        _countiesBySlug = gazetteer.Counties.ToDictionary(county => (county.State, county.Slug));
        _countiesByState = gazetteer.Counties.OrderBy(county => county.Name, StringComparer.Ordinal).ToLookup(county => county.State);
        _countiesByZip = gazetteer.ZipCounties
            .GroupBy(pair => pair.Zip)
            .ToDictionary(zip => zip.Key, zip => zip.OrderByDescending(pair => pair.Primary).Select(pair => _counties[pair.CountyFips]).ToArray());
        _militaryZipCodes = gazetteer.MilitaryZipCodes.ToDictionary(zip => zip.Zip);
        _militaryByZipPrefix = gazetteer.MilitaryZipCodes.ToLookup(zip => zip.Zip[..3]);
        _statesByZipPrefix = gazetteer.ZipCodes.Select(zip => (Prefix: zip.Zip[..3], zip.State)).Distinct().ToLookup(pair => pair.Prefix, pair => pair.State);
        States = [.. gazetteer.States.OrderBy(state => state.Name, StringComparer.Ordinal)];
    }

    /// <summary>Every state, district and territory, by name.</summary>
    public IReadOnlyList<State> States { get; }

    /// <summary>The state of a USPS code in any case.</summary>
    public State? State(string code) => _states.GetValueOrDefault(code.ToUpperInvariant());

    /// <summary>The county of a five-digit FIPS code.</summary>
    public County? County(string fips) => _counties.GetValueOrDefault(fips);

    /// <summary>The county of a state and the county's part of its page address.</summary>
    public County? County(State state, string slug) => _countiesBySlug.GetValueOrDefault((state.Code, slug.ToLowerInvariant()));

    /// <summary>The counties of a state by name.</summary>
    public IEnumerable<County> CountiesOf(State state) => _countiesByState[state.Code];

    /// <summary>The state that a county lies in.</summary>
    public State StateOf(County county) => _states[county.State];

    /// <summary>What <paramref name="text"/> means. Never throws, whatever the text is.</summary>
    public PlaceMatch Resolve(string text)
    {
        if (ZipAtEnd().Match(text) is { Success: true } zip)
            return ResolveZip(zip.Groups["zip"].Value);

        var words = PlaceText.Words(text);
        var name = string.Join(' ', words);
        if (name.Length == 0)
            return new PlaceMatch.None();
        if (s_countryNames.Contains(name))
            return new PlaceMatch.One(Country.UnitedStates);

        return ResolveName(name) ?? ResolveInState(words) ?? ResolveShortened(words) ?? NotFound(words);
    }

    private PlaceMatch ResolveZip(string zip)
    {
        if (_countiesByZip.TryGetValue(zip, out var counties))
            return OneOrSeveral(counties);
        if (_militaryZipCodes.TryGetValue(zip, out var military))
            return new PlaceMatch.One(Country.UnitedStates) { Military = military };

        var prefix = zip[..3];
        if (_militaryByZipPrefix[prefix].FirstOrDefault() is { } neighbor)
            return new PlaceMatch.One(Country.UnitedStates) { Military = neighbor with { Zip = zip }, UnknownZip = zip };
        return _statesByZipPrefix[prefix].ToArray() is [var only]
            ? new PlaceMatch.One(_states[only]) { UnknownZip = zip }
            : new PlaceMatch.None();
    }

    private PlaceMatch? ResolveName(string name)
    {
        var named = _names.Named(name);
        var nicknamed = _names.Nicknamed(name);
        var state = _names.StateNamed(name);

        // A nickname that is also a state's code ("LA") is a real choice; a state's own name means the state first.
        if (nicknamed.Count > 0)
            return OneOrSeveral([.. nicknamed.Concat(state is null ? named : [new(state, state.Name, 0)]).DistinctBy(place => place.Place.Id)]);
        if (state is not null)
            return new PlaceMatch.One(state) { Others = [.. named.Select(Choice)] };
        return named.Count > 0 ? OneOrSeveral(named) : null;
    }

    // "San Jose, California", "San Jose CA", "California, Santa Clara County"
    private PlaceMatch? ResolveInState(string[] words)
    {
        foreach (var (state, remainder) in StatesAround(words))
        {
            var places = _names.Named(remainder, state);
            if (places.Count == 0)
                places = [.. _names.Nicknamed(remainder).Where(named => (named.Place as County)?.State == state.Code)];
            if (places.Count > 0)
                return OneOrSeveral(places);
        }
        return null;
    }

    // "city of Boston", "1 Main Street, San Jose, CA, USA"
    private PlaceMatch? ResolveShortened(string[] words)
    {
        var name = string.Join(' ', words);
        if (s_openings.FirstOrDefault(opening => name.StartsWith(opening, StringComparison.Ordinal)) is { } opening)
            return Found(Resolve(name[opening.Length..]));
        if (words is [.. var beforeCountry, "usa" or "us"] && beforeCountry.Length > 0)
            return Found(Resolve(string.Join(' ', beforeCountry)));
        if (words is [.. var beforeStates, "united", "states"] && beforeStates.Length > 0)
            return Found(Resolve(string.Join(' ', beforeStates)));
        if (words.Length > 2 && words[0].All(char.IsDigit) && AddressTail(words) is { } address)
            return address;

        // "94043 Mountain View": what follows is on record nowhere else, but the ZIP code is.
        return _countiesByZip.TryGetValue(words[0], out var counties) ? OneOrSeveral(counties) : null;
    }

    // The longest ending of a street address that is a city in a state.
    private PlaceMatch? AddressTail(string[] words)
    {
        for (var start = 1; start < words.Length - 1; start++)
        {
            if (ResolveInState(words[start..]) is { } found)
                return found;
        }
        return null;
    }

    private static PlaceMatch? Found(PlaceMatch match) => match is PlaceMatch.None ? null : match;

    private IEnumerable<(State State, string Remainder)> StatesAround(string[] words)
    {
        for (var length = Math.Min(LongestStateNameInWords, words.Length - 1); length > 0; length--)
        {
            if (_names.StateNamed(string.Join(' ', words[^length..])) is { } atEnd)
                yield return (atEnd, string.Join(' ', words[..^length]));
            if (_names.StateNamed(string.Join(' ', words[..length])) is { } atStart)
                yield return (atStart, string.Join(' ', words[length..]));
        }
    }

    private PlaceMatch.None NotFound(string[] words)
    {
        foreach (var (state, remainder) in StatesAround(words))
            return new() { Within = state, Name = remainder };
        return new() { Name = string.Join(' ', words) };
    }

    private PlaceMatch OneOrSeveral(IReadOnlyList<County> counties) =>
        OneOrSeveral([.. counties.Select(county => new NamedPlace(county, $"{county.Name}, {_states[county.State].Name}", 0))]);

    private static PlaceMatch OneOrSeveral(IReadOnlyList<NamedPlace> places) =>
        places is [var only] ? new PlaceMatch.One(only.Place) : new PlaceMatch.Several([.. places.Select(Choice)]);

    private static PlaceChoice Choice(NamedPlace named) => new(named.Place, named.Name);

    // A ZIP code, or ZIP+4, alone or at the end of an address.
    [GeneratedRegex(@"(?<![0-9])(?<zip>[0-9]{5})(?:[-\s]?[0-9]{4})?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex ZipAtEnd();
}
