namespace WhereToReport.Domain.Places;

/// <summary>A place that a name can mean, and how big it is, counted in ZIP codes.</summary>
internal sealed record NamedPlace(Place Place, string Name, int Weight);

/// <summary>Every name of a state, county or city, and the places it can mean.</summary>
internal sealed class PlaceNames
{
    private static readonly string[] s_kindWords =
        ["county", "parish", "borough", "municipio", "municipality", "census area", "city and borough", "cnty", "co", "city"];

    private readonly Dictionary<string, List<NamedPlace>> _places = [];
    private readonly Dictionary<string, List<NamedPlace>> _countiesByShortName = [];
    private readonly Dictionary<string, List<NamedPlace>> _aliases = [];
    private readonly Dictionary<string, State> _states = [];

    public PlaceNames(Gazetteer gazetteer)
    {
        var states = gazetteer.States.ToDictionary(state => state.Code);
        var counties = gazetteer.Counties.ToDictionary(county => county.Fips);
        var zipCodesIn = gazetteer.ZipCodes.CountBy(zip => zip.PrimaryCountyFips).ToDictionary();
        int Weight(County county) => zipCodesIn.GetValueOrDefault(county.Fips);

        foreach (var state in states.Values)
        {
            _states[PlaceText.Normalize(state.Name)] = state;
            _states[state.Code.ToLowerInvariant()] = state;
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
            foreach (var part in city.CountBy(zip => zip.PrimaryCountyFips))
            {
                var county = counties[part.Key];
                Add(_places, city.Key.Place!, new(county, $"{city.Key.Place}, {states[county.State].Name} ({county.Name})", part.Value));
            }
        }

        foreach (var alias in gazetteer.Aliases)
        {
            if (alias.Counties is null)
                _states.TryAdd(PlaceText.Normalize(alias.Name), states[alias.State!]);
            else
                foreach (var county in alias.Counties.Split(' ').Select(fips => counties[fips]))
                    Add(_aliases, alias.Name, new(county, $"{county.Name}, {states[county.State].Name}", Weight(county)));
        }
    }

    /// <summary>The state of a normalized name, USPS code or alias.</summary>
    public State? StateNamed(string normalized) => _states.GetValueOrDefault(normalized);

    /// <summary>The counties that a nickname stands for.</summary>
    public IReadOnlyList<NamedPlace> Nicknamed(string normalized) => _aliases.GetValueOrDefault(normalized) ?? [];

    /// <summary>Counties, and the counties of cities, of a normalized name, biggest first, each once.</summary>
    public IReadOnlyList<NamedPlace> Named(string normalized, State? within = null)
    {
        var exact = InState(_places, normalized, within);
        if (exact.Count > 0)
            return exact;
        return WithoutKindWord(normalized) is { } shortName ? InState(_countiesByShortName, shortName, within) : [];
    }

    // "Orleans County" in Louisiana is a parish; "county of Orange" and "city of Boston" are ways to write a name.
    private static string? WithoutKindWord(string normalized)
    {
        foreach (var word in s_kindWords)
        {
            if (normalized.EndsWith(' ' + word, StringComparison.Ordinal))
                return normalized[..^(word.Length + 1)];
        }
        return null;
    }

    private static List<NamedPlace> InState(Dictionary<string, List<NamedPlace>> names, string name, State? within) =>
        names.TryGetValue(name, out var places)
            ? [.. places
                .Where(named => within is null || (named.Place as County)?.State == within.Code)
                .OrderByDescending(named => named.Weight)
                .ThenBy(named => named.Name, StringComparer.Ordinal)
                .DistinctBy(named => named.Place.Id)]
            : [];

    private static void Add(Dictionary<string, List<NamedPlace>> names, string name, NamedPlace place)
    {
        var key = PlaceText.Normalize(name);
        if (names.TryGetValue(key, out var places))
            places.Add(place);
        else
            names[key] = [place];
    }
}
