using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace WhereToReport.Domain.Places;

/// <summary>Finds the place that a text means: a ZIP code, a city, a county, a state, a country, or a nickname of one.</summary>
public sealed partial class PlaceIndex
{
    private const int LongestStateNameInWords = 5;

    private static readonly HashSet<string> s_countryNames = ["us", "usa", "u s", "u s a", "united states", "united states of america", "america", "estados unidos", "estados unidos de america", "eeuu", "ee uu", "eua"];

    // As military mail writes them in the place of a state.
    private static readonly string[] s_militaryStates = ["aa", "ae", "ap"];

    // Words around a place that say nothing about which one it is.
    private static readonly string[] s_before =
    [
        "in", "near", "close to", "next to", "around", "outside", "outside of", "from", "at", "the", "greater", "downtown", "i live in", "we live in",
        "en", "cerca de", "al lado de", "alrededor de", "fuera de", "vivo en", "vivimos en", "centro de",
        "county of", "city of", "town of", "village of", "parish of", "state of", "condado de", "ciudad de", "estado de",
        "zip", "zip code", "zipcode", "postal code", "codigo postal",
    ];
    private static readonly string[] s_behind = ["us", "usa", "u s", "u s a", "united states", "united states of america", "estados unidos", "eeuu", "area", "metro", "metro area"];

    private readonly Task<(PlaceNames AtHome, WorldPlaces Abroad)> _names;
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
        _names = Task.Run(() =>
        {
            var names = new PlaceNames(gazetteer);
            return (names, new WorldPlaces(gazetteer, names));
        });
        _states = gazetteer.States.ToDictionary(state => state.Code);
        _counties = gazetteer.Counties.ToDictionary(county => county.Fips);
        _countiesBySlug = gazetteer.Counties.ToDictionary(county => (county.State, county.Slug));
        _countiesByState = gazetteer.Counties.OrderBy(county => county.Name, StringComparer.Ordinal).ToLookup(county => county.State);
        _countiesByZip = CountiesByZip(gazetteer);
        _militaryZipCodes = gazetteer.MilitaryZipCodes.ToDictionary(zip => zip.Zip);
        _militaryByZipPrefix = gazetteer.MilitaryZipCodes.ToLookup(zip => zip.Zip[..3]);
        _statesByZipPrefix = gazetteer.ZipCodes.Select(zip => (Prefix: zip.Zip[..3], zip.State)).Distinct().ToLookup(pair => pair.Prefix, pair => pair.State);
        States = [.. gazetteer.States.OrderBy(state => state.Name, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Done once names can be looked up, which is half of the work: a new node answers for ZIP codes before, and who asks for a name
    /// waits. Fails where a name leads to nothing.
    /// </summary>
    public Task Naming => _names;

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

    /// <summary>The counties that a ZIP code on record touches, the main one first; null for any other text.</summary>
    public IReadOnlyList<County>? CountiesOfZip(ReadOnlySpan<char> zip) => _countiesByZip.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(zip, out var counties) ? counties : null;

    /// <summary>The state that a county lies in.</summary>
    public State StateOf(County county) => _states[county.State];

    /// <summary>The place that answers for an ISO 3166-1 alpha-2 code in any case: a territory of the USA is a state here; null for no such code.</summary>
    public Place? CountryOf(string code) => code.ToUpperInvariant() switch
    {
        "UM" => Country.UnitedStates,
        var upper when State(upper) is { Kind: StateKind.Territory } territory => territory,
        var upper => Countries.Of(upper),
    };

    /// <summary>Countries that a text may have meant where nothing was found: for a typing error, or for a city abroad.</summary>
    public IEnumerable<PlaceChoice> CountriesLike(string text) => World.Like(PlaceText.Normalize(text));

    /// <summary>Places of the USA whose names are most like one with typing errors, by their letters alone, likeliest first.</summary>
    /// <param name="name">What was typed.</param>
    /// <param name="within">Only places in this state, where one was understood.</param>
    public IEnumerable<PlaceChoice> Like(string name, State? within) => Names.Like(name, within).Select(Choice);

    /// <summary>What <paramref name="text"/> means. Never throws, whatever the text is.</summary>
    public PlaceMatch Resolve(string text)
    {
        var whole = PlaceText.Normalize(text);
        var name = WithoutFillers(whole);
        if (ZipAtEnd().Match(name) is { Success: true } zip)
            return (zip.Index > 0 ? ResolveAbroad(name[..zip.Index].TrimEnd(), zip.Groups["zip"].Value) : null) ?? ResolveZip(zip.Groups["zip"].Value);
        if (ForeignPostalCode.CountryAtEnd(name) is { } country)
            return new PlaceMatch.One(Countries.Of(country)!);

        // Some names begin like a filler: "City of Industry, CA".
        var words = name.Split(' ');
        if (words is [_, .., { Length: 2 } code] && Names.StateNamed(code) is not null && ResolveInState(words) is { } inState)
            return InStateOrAsName(inState, text, name);
        return ResolveName(whole) ?? ResolveInState(whole.Split(' ')) ?? ResolveName(name) ?? ResolveInState(words)
            ?? ResolveZipAndTown(words) ?? World.ResolveAtEnd(words) ?? ResolveBehindCode(words) ?? ResolveAddress(words) ?? NotFound(words);
    }

    private PlaceNames Names => _names.GetAwaiter().GetResult().AtHome;

    private WorldPlaces World => _names.GetAwaiter().GetResult().Abroad;

    // The main county first. Most ZIP codes touch one only, and those of a county share the list of it.
    private Dictionary<string, County[]> CountiesByZip(Gazetteer gazetteer)
    {
        var alone = _counties.ToDictionary(county => county.Key, county => new[] { county.Value });
        var byZip = new Dictionary<string, County[]>(gazetteer.ZipCodes.Count);
        foreach (var (zip, fips, primary) in gazetteer.ZipCounties)
        {
            ref var counties = ref CollectionsMarshal.GetValueRefOrAddDefault(byZip, zip, out var known);
            counties = known ? primary ? [_counties[fips], .. counties!] : [.. counties!, _counties[fips]] : alone[fips];
        }
        return byZip;
    }

    // "Tijuana 22000", "Berlin, Germany 10115": other countries have five digits too. "Lebanon 37087" is in Tennessee.
    private PlaceMatch? ResolveAbroad(string before, string zip)
    {
        // "APO AE 09096": the codes of military mail are also those of countries.
        if (s_militaryStates.Contains(before.Split(' ')[^1]) && _militaryByZipPrefix.Contains(zip[..3]))
            return null;
        var known = _countiesByZip.ContainsKey(zip);
        return !known && ResolveName(before) is PlaceMatch.One { Place: Country } country ? country : World.ResolveAtEnd(before.Split(' '), knownCity: known);
    }

    // "37087 Lebanon" is in Tennessee.
    private PlaceMatch? ResolveZipAndTown(string[] words) =>
        _countiesByZip.TryGetValue(words[0], out var counties) && Names.Named(string.Join(' ', words[1..])).Any(town => counties.Contains(town.Place))
            ? OneOrSeveral(counties)
            : null;

    // "22000 Tijuana", "1012 AB Amsterdam": much of the world writes the postal code in front of the city. "75001 Paris" may be that, or
    // the ZIP code in Texas.
    private PlaceMatch? ResolveBehindCode(string[] words)
    {
        for (var length = 1; length < words.Length; length++)
        {
            var code = string.Join(' ', words[..length]);
            if (ForeignPostalCode.CountryAtEnd(code) is { } country)
                return new PlaceMatch.One(Countries.Of(country)!);
            if (!IsFiveDigits(code) && !ForeignPostalCode.IsLike(code))
                continue;
            if (ResolveName(string.Join(' ', words[length..])) is { } named && ChoicesOf(named).Where(IsAbroad).ToArray() is { Length: > 0 } abroad)
                return _countiesByZip.TryGetValue(code, out var counties) ? new PlaceMatch.Several([.. ChoicesOf(OneOrSeveral(counties)), .. abroad]) : named;
        }
        return null;
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
            : new PlaceMatch.None { UnknownZip = zip, StatesNearby = [.. _statesByZipPrefix[prefix].Order(StringComparer.Ordinal).Select(code => new PlaceChoice(_states[code], _states[code].Name))] };
    }

    private PlaceMatch? ResolveName(string name) => s_countryNames.Contains(name)
        ? new PlaceMatch.One(Country.UnitedStates)
        : World.Resolve(name, ResolveInUnitedStates(name));

    private PlaceMatch? ResolveInUnitedStates(string name)
    {
        var named = Names.Named(name);
        var nicknamed = named.Count > 0 ? Names.Nicknamed(name) : Names.NicknamedWithKind(name);
        var state = Names.StateNamed(name);

        // A nickname that is also a state's code ("LA") is a real choice; a state's own name means the state first.
        if (nicknamed.Count > 0)
            return OneOrSeveral([.. nicknamed.Concat(state is null ? named : [new(state, state.Name, 0)]).DistinctBy(place => place.Place.Id)]);
        if (state is not null)
            return new PlaceMatch.One(state) { Others = [.. named.Select(Choice)] };
        return named.Count > 0 ? OneOrSeveral(named) with { LookingFor = [.. Names.BiggerNear(name).Select(Choice)] } : null;
    }

    // "San Jose, California", "San Jose CA", "California, Santa Clara County"
    private PlaceMatch? ResolveInState(string[] words)
    {
        foreach (var (state, remainder) in StatesAround(words))
        {
            var places = Names.Named(remainder, state);
            if (places.Count == 0)
                places = [.. Names.NicknamedWithKind(remainder).Where(named => (named.Place as County)?.State == state.Code)];
            if (places.Count > 0)
                return OneOrSeveral(places) with { LookingFor = [.. Names.BiggerNear(remainder, state).Select(Choice)] };
        }
        return null;
    }

    // "Aurora, CO" is the city in Colorado; "Aurora Co" may be a county elsewhere, and "Benton IA" may be Bentonia.
    private PlaceMatch InStateOrAsName(PlaceMatch inState, string text, string name)
    {
        if (text.Contains(',') || ResolveName(name) is not { } asName)
            return inState;
        PlaceChoice[] choices = [.. ChoicesOf(inState).Concat(ChoicesOf(asName)).DistinctBy(choice => choice.Place)];
        return choices.Length == 1 ? inState : new PlaceMatch.Several(choices);
    }

    private IEnumerable<PlaceChoice> ChoicesOf(PlaceMatch match) => match switch
    {
        PlaceMatch.One one => [new(one.Place, one.Place is County county ? $"{county.Name}, {_states[county.State].Name}" : one.Place.Name), .. one.Others],
        PlaceMatch.Several several => several.Choices,
        _ => [],
    };

    // "1 Main Street, San Jose, CA"
    private PlaceMatch? ResolveAddress(string[] words)
    {
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

    // "near Dallas, TX, USA" is "dallas tx".
    private static string WithoutFillers(string name)
    {
        for (var length = 0; length != name.Length;)
        {
            length = name.Length;
            foreach (var filler in s_before)
            {
                if (name.StartsWith(filler + ' ', StringComparison.Ordinal))
                    name = name[(filler.Length + 1)..];
            }
            foreach (var filler in s_behind)
            {
                if (name.EndsWith(' ' + filler, StringComparison.Ordinal))
                    name = name[..^(filler.Length + 1)];
            }
        }
        return name;
    }

    private IEnumerable<(State State, string Remainder)> StatesAround(string[] words)
    {
        for (var length = Math.Min(LongestStateNameInWords, words.Length - 1); length > 0; length--)
        {
            if (Names.StateNamed(string.Join(' ', words[^length..])) is { } atEnd)
                yield return (atEnd, string.Join(' ', words[..^length]));
            // In front, "in" is the preposition and not Indiana.
            if (words[0] != "in" && Names.StateNamed(string.Join(' ', words[..length])) is { } atStart)
                yield return (atStart, string.Join(' ', words[length..]));
        }
    }

    private PlaceMatch.None NotFound(string[] words)
    {
        foreach (var (state, remainder) in StatesAround(words))
            return new() { Within = state, Name = remainder };
        var text = string.Join(' ', words);
        var number = text.All(char.IsAsciiDigit);
        if (ForeignPostalCode.IsLike(text))
            return new() { ForeignPostalCode = text.ToUpperInvariant(), UnknownZip = number ? text : null };
        return number ? new() { UnknownZip = text.Length > 0 ? text : null } : new() { Name = text };
    }

    private PlaceMatch OneOrSeveral(IReadOnlyList<County> counties) =>
        OneOrSeveral([.. counties.Select(county => new NamedPlace(county, $"{county.Name}, {_states[county.State].Name}", 0))]);

    private static PlaceMatch OneOrSeveral(IReadOnlyList<NamedPlace> places) =>
        places is [var only] ? new PlaceMatch.One(only.Place) : new PlaceMatch.Several([.. places.Select(Choice)]);

    private static bool IsAbroad(PlaceChoice choice) => choice.Place is Country country && country != Country.UnitedStates;

    private static bool IsFiveDigits(string text) => text.Length == 5 && text.All(char.IsAsciiDigit);

    private static PlaceChoice Choice(NamedPlace named) => new(named.Place, named.Name);

    // A ZIP code, or ZIP+4, alone or at the end of an address.
    [GeneratedRegex(@"(?<![0-9])(?<zip>[0-9]{5})(?: ?[0-9]{4})?$", RegexOptions.CultureInvariant)]
    private static partial Regex ZipAtEnd();
}
