using System.Runtime.InteropServices;

namespace WhereToReport.Domain.Places;

/// <summary>A place that a name can mean, and how big it is, counted in ZIP codes.</summary>
internal sealed record NamedPlace(Place Place, string Name, int Weight, bool IsCity = false);

/// <summary>Every name of a state, county or city, and the places it can mean.</summary>
internal sealed class PlaceNames
{
    /// <summary>A city this big, in ZIP codes, is offered beside a place with nearly its name …</summary>
    private const int BigCity = 20;

    /// <summary>… that is this many times smaller.</summary>
    private const int FarBigger = 5;

    private const int LettersPerCorrection = 3;

    private static readonly string[] s_kindWords =
        ["county", "parish", "borough", "municipio", "municipality", "census area", "city and borough", "cnty", "co", "city"];

    private readonly Dictionary<string, List<NamedPlace>> _places = [];
    private readonly Dictionary<string, List<NamedPlace>> _countiesByShortName = [];
    private readonly Dictionary<string, List<NamedPlace>> _aliases = [];
    private readonly Dictionary<string, State> _states = [];
    private readonly Dictionary<string, List<NamedPlace>> _stateNames = [];
    private readonly List<(string Key, NamedPlace Place)> _bigCities = [];

    public PlaceNames(Gazetteer gazetteer)
    {
        var states = gazetteer.States.ToDictionary(state => state.Code);
        var counties = gazetteer.Counties.ToDictionary(county => county.Fips);
        var zipCodesIn = gazetteer.ZipCodes.CountBy(zip => zip.PrimaryCountyFips).ToDictionary();
        var zipCodesOf = gazetteer.ZipCodes.CountBy(zip => zip.State).ToDictionary();
        int Weight(County county) => zipCodesIn.GetValueOrDefault(county.Fips);

        foreach (var state in states.Values)
        {
            _states[PlaceText.Key(state.Name)] = state;
            _states[state.Code.ToLowerInvariant()] = state;
            Add(_stateNames, state.Name, new(state, state.Name, zipCodesOf.GetValueOrDefault(state.Code)));
        }

        foreach (var county in counties.Values)
        {
            var named = new NamedPlace(county, $"{county.Name}, {states[county.State].Name}", Weight(county));
            Add(_places, county.Name, named);
            if (county.ShortName != county.Name)
                Add(_places, county.ShortName, named);
            Add(_countiesByShortName, county.ShortName, named);
        }

        foreach (var city in gazetteer.ZipCodes.Where(zip => zip.Place is not null).GroupBy(zip => (zip.Place, zip.State)))
        {
            var parts = city.CountBy(zip => zip.PrimaryCountyFips).Select(part => Part(counties[part.Key], part.Value)).ToArray();
            foreach (var part in parts)
                Add(_places, city.Key.Place!, part);
            if (city.Count() is var weight and >= BigCity)
                _bigCities.Add((PlaceText.Key(city.Key.Place!), parts.MaxBy(part => part.Weight)! with { Weight = weight }));

            NamedPlace Part(County county, int zipCodes) =>
                new(county, $"{city.Key.Place}, {states[county.State].Name} ({county.Name})", zipCodes, IsCity: true);
        }

        foreach (var alias in gazetteer.Aliases)
        {
            if (alias.State is { } code)
                _states.TryAdd(PlaceText.Key(alias.Name), states[code]);
            foreach (var county in alias.Counties?.Split(' ').Select(fips => counties[fips]) ?? [])
                Add(_aliases, alias.Name, new(county, $"{county.Name}, {states[county.State].Name}", Weight(county)));
        }
    }

    /// <summary>The state of a name, USPS code or alias.</summary>
    public State? StateNamed(string name) => _states.GetValueOrDefault(PlaceText.Key(name));

    /// <summary>True where a name is at most so many corrections away from the name of a state.</summary>
    public bool IsLikeState(string name, int corrections)
    {
        var key = PlaceText.Key(name);
        return _states.Keys.Any(state =>
            state.Length > 2 * corrections && Math.Abs(state.Length - key.Length) <= corrections && Spelling.Corrections(key, state) <= corrections);
    }

    /// <summary>The counties that a nickname stands for.</summary>
    public IReadOnlyList<NamedPlace> Nicknamed(string name) => _aliases.GetValueOrDefault(PlaceText.Key(name)) ?? [];

    /// <summary>The counties that a nickname stands for, even with the word for their kind behind it: "LA County".</summary>
    public IReadOnlyList<NamedPlace> NicknamedWithKind(string name) =>
        Nicknamed(name) is { Count: 0 } && WithoutKindWord(name) is { } shortName ? Nicknamed(shortName) : Nicknamed(name);

    /// <summary>Counties, and the counties of cities, of a name, biggest first, each once.</summary>
    public IReadOnlyList<NamedPlace> Named(string name, State? within = null)
    {
        var exact = InState(_places, name, within);
        if (exact.Count > 0)
            return exact;
        return WithoutKindWord(name) is { } shortName ? InState(_countiesByShortName, shortName, within) : [];
    }

    /// <summary>Cities far bigger than any of a name, whose own name starts with the same letter and is one correction away, biggest first.</summary>
    public IEnumerable<NamedPlace> BiggerNear(string name, State? within = null)
    {
        var key = PlaceText.Key(name);
        var weight = _places.GetValueOrDefault(key)?.Where(place => place.IsCity && IsIn(place, within)).Sum(place => place.Weight) ?? 0;
        return _bigCities
            .Where(city => city.Key[0] == key[0] && IsIn(city.Place, within) && city.Place.Weight >= FarBigger * Math.Max(weight, 1))
            .Where(city => Spelling.Corrections(key, city.Key) == 1)
            .Select(city => city.Place)
            .OrderByDescending(city => city.Weight);
    }

    /// <summary>Places whose names are most like one with typing errors: the fewest corrections first, then the biggest, each once.</summary>
    public IEnumerable<NamedPlace> Like(string name, State? within)
    {
        var key = PlaceText.Key(name);
        var most = key.Length / LettersPerCorrection;
        var near = _places.Concat(_stateNames)
            .Where(named => Math.Abs(named.Key.Length - key.Length) <= most && (within is null || named.Value.Any(place => IsIn(place, within))))
            .Select(named => (named.Value, Corrections: Spelling.Corrections(key, named.Key)))
            .Where(named => named.Corrections <= most)
            .SelectMany(named => named.Value.Where(place => IsIn(place, within)), (named, place) => (Place: place, named.Corrections))
            .OrderBy(named => named.Corrections)
            .ThenByDescending(named => named.Place.Weight)
            .ThenBy(named => named.Place.Name, StringComparer.Ordinal)
            .DistinctBy(named => named.Place.Place.Id)
            .ToArray();
        return near.TakeWhile(named => named.Corrections <= near[0].Corrections + 1).Select(named => named.Place);
    }

    // "Orleans County" in Louisiana is a parish; "county of Orange" and "city of Boston" are ways to write a name.
    private static string? WithoutKindWord(string name)
    {
        foreach (var word in s_kindWords)
        {
            if (name.EndsWith(' ' + word, StringComparison.Ordinal))
                return name[..^(word.Length + 1)];
        }
        return null;
    }

    private static List<NamedPlace> InState(Dictionary<string, List<NamedPlace>> names, string name, State? within) =>
        names.TryGetValue(PlaceText.Key(name), out var places)
            ? [.. places
                .Where(named => IsIn(named, within))
                .OrderByDescending(named => named.Weight)
                .ThenBy(named => named.Name, StringComparer.Ordinal)
                .DistinctBy(named => named.Place.Id)]
            : [];

    private static bool IsIn(NamedPlace named, State? within) => within is null || (named.Place as County)?.State == within.Code;

    private static void Add(Dictionary<string, List<NamedPlace>> names, string name, NamedPlace place)
    {
        foreach (var key in PlaceText.Keys(name))
            (CollectionsMarshal.GetValueRefOrAddDefault(names, key, out _) ??= new(1)).Add(place);
    }
}
