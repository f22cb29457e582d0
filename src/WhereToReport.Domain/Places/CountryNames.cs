using System.Globalization;
using System.Text.RegularExpressions;

namespace WhereToReport.Domain.Places;

/// <summary>Every name of a country: in English, in Spanish and in its own languages, as the CLDR has them; aliases; ISO codes; its big cities.</summary>
internal sealed partial class CountryNames
{
    private readonly Dictionary<string, Country> _names = [];
    private readonly Dictionary<string, Country> _namesElsewhere = [];
    private readonly Dictionary<string, Country> _codes = [];
    private readonly ILookup<string, PlaceChoice> _cities;

    public CountryNames(Gazetteer gazetteer)
    {
        var abroad = Countries.All.Where(country => country != Country.UnitedStates).ToArray();
        foreach (var country in abroad)
        {
            Add(_names, country.Name, country);
            Add(_namesElsewhere, country.SpanishName, country);
            _codes[country.Code.ToLowerInvariant()] = country;
            _codes[country.Alpha3.ToLowerInvariant()] = country;
        }
        foreach (var alias in gazetteer.Aliases.Where(alias => alias.Country is not null))
            Add(_names, alias.Name, Countries.Of(alias.Country!)!);
        foreach (var region in CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new RegionInfo(culture.Name)))
        {
            if (Countries.Of(region.TwoLetterISORegionName) is { } country && country != Country.UnitedStates)
                Add(_namesElsewhere, region.NativeName, country);
        }
        _cities = gazetteer.WorldCities.ToLookup(
            city => PlaceText.Key(city.Name),
            city => new PlaceChoice(Countries.Of(city.Country)!, $"{city.Name}, {Countries.Of(city.Country)!.Name}") { City = city.Name });
    }

    /// <summary>The country of an English name or an alias.</summary>
    public Country? Named(string name) => _names.GetValueOrDefault(PlaceText.Key(name));

    /// <summary>The country of a name in any language; no code.</summary>
    public Country? NamedAnywhere(string name) => Named(name) ?? _namesElsewhere.GetValueOrDefault(PlaceText.Key(name));

    /// <summary>The country of an ISO 3166-1 code of two or three letters.</summary>
    public Country? Coded(string name) => _codes.GetValueOrDefault(name);

    /// <summary>The big cities of a name, each with its country.</summary>
    public IEnumerable<PlaceChoice> Cities(string name) => _cities[PlaceText.Key(name)];

    /// <summary>Countries whose name is so many corrections away, nearest first.</summary>
    public IEnumerable<Country> Like(string name, int corrections)
    {
        var key = PlaceText.Key(name);
        return _names.Concat(_namesElsewhere)
            .Where(known => Math.Abs(known.Key.Length - key.Length) <= corrections)
            .Select(known => (Country: known.Value, Corrections: Spelling.Corrections(key, known.Key)))
            .Where(known => known.Corrections <= corrections)
            .OrderBy(known => known.Corrections)
            .ThenBy(known => known.Country.Name, StringComparer.Ordinal)
            .Select(known => known.Country)
            .Distinct();
    }

    // "Bosnia & Herzegovina" is also written with "and"; "Myanmar (Burma)" also without what is in parentheses.
    private static void Add(Dictionary<string, Country> names, string name, Country country)
    {
        foreach (var form in new[] { name, name.Replace("&", "and"), Parentheses().Replace(name, "") })
            names.TryAdd(PlaceText.Key(form), country);
    }

    [GeneratedRegex(@"\s*\([^)]*\)")]
    private static partial Regex Parentheses();
}
