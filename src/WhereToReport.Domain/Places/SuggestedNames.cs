namespace WhereToReport.Domain.Places;

/// <summary>Every name under which a state, a county or a city is suggested.</summary>
internal sealed class SuggestedNames(Gazetteer gazetteer)
{
    private readonly Dictionary<string, State> _states = gazetteer.States.ToDictionary(state => state.Code);
    private readonly Dictionary<string, County> _counties = gazetteer.Counties.ToDictionary(county => county.Fips);
    private readonly Dictionary<string, int> _inState = gazetteer.ZipCodes.CountBy(zip => zip.State).ToDictionary();
    private readonly Dictionary<string, int> _inCounty = gazetteer.ZipCodes.CountBy(zip => zip.PrimaryCountyFips).ToDictionary();

    /// <summary>The names as <see cref="PlaceText.Keys"/> makes them comparable, in no order.</summary>
    public IEnumerable<(string Key, Sized Place)> All => States.Concat(Counties).Concat(Cities).Concat(Aliases);

    private IEnumerable<(string Key, Sized Place)> States =>
        _states.Values.SelectMany(state => new[] { PlaceText.Key(state.Name), state.Code.ToLowerInvariant() }, (state, key) => (key, Suggested(state)));

    // The legal name begins with the short one; only where it does not does the short one stand for itself.
    private IEnumerable<(string Key, Sized Place)> Counties => _counties.Values.SelectMany(
        county => PlaceText.Keys(county.Name).Concat(PlaceText.Keys(county.ShortName)).Distinct(),
        (county, key) => (key, Suggested(county)));

    private IEnumerable<(string Key, Sized Place)> Cities => gazetteer.ZipCodes
        .Where(zip => zip.Place is not null)
        .GroupBy(zip => (Place: zip.Place!, zip.State))
        .SelectMany(city => PlaceText.Keys(city.Key.Place), (city, key) => (key, Suggested(city.Key.Place, _states[city.Key.State], city.Count())));

    // Names of countries are answered when they are typed out; the list holds places of the USA.
    private IEnumerable<(string Key, Sized Place)> Aliases => gazetteer.Aliases.Where(alias => alias.Country is null).SelectMany(alias => alias.Counties is null
        ? [(PlaceText.Key(alias.Name), Suggested(_states[alias.State!]))]
        : alias.Counties.Split(' ').Select(fips => (PlaceText.Key(alias.Name), Suggested(_counties[fips]))));

    private Sized Suggested(State state) => new(
        new(SuggestionKind.State, state.Code, state.Name, state.Code, state.Name, state.Name, state.Path),
        _inState.GetValueOrDefault(state.Code));

    private Sized Suggested(County county)
    {
        var label = $"{county.Name}, {_states[county.State].Name}";
        return new(new(SuggestionKind.County, county.Fips, county.Name, county.State, label, label, county.Path), _inCounty.GetValueOrDefault(county.Fips));
    }

    private static Sized Suggested(string city, State state, int zipCodes)
    {
        var ask = $"{city}, {state.Code}";
        return new(
            new(SuggestionKind.City, $"{state.Code.ToLowerInvariant()}/{PlaceText.Slug(city)}", city, state.Code, $"{city}, {state.Name}", ask, "/find?q=" + Uri.EscapeDataString(ask)),
            zipCodes);
    }
}
