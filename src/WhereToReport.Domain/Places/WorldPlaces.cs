namespace WhereToReport.Domain.Places;

/// <summary>
/// Tells when a text means a country outside the USA. This is a directory of the USA first: a state of the same name stands
/// before the country ("Georgia"), a real town beside it ("Lebanon", "London"); only hamlets stand behind it ("Mexico").
/// </summary>
internal sealed class WorldPlaces(Gazetteer gazetteer, PlaceNames home)
{
    private const int LongestNameInWords = 6;

    /// <summary>A place this big, in ZIP codes, is meant before any city abroad of its name.</summary>
    private const int BigTown = 20;
    private const int LettersPerCorrection = 4;
    private const int ShortestNameToCorrect = 4;
    private const int CorrectionsOfState = 2;

    /// <summary>The longest code of a province: "Montréal, QC".</summary>
    private const int LongestCode = 3;

    // "Little Italy" is a part of a town, "New England" one of the USA.
    private static readonly string[] s_namedAfter = ["little", "new"];

    private static readonly string[] s_countryOf = ["country of ", "pais de ", "pais "];

    private readonly CountryNames _names = new(gazetteer);

    /// <summary>What a name means, when it can mean <paramref name="atHome"/> in the USA.</summary>
    public PlaceMatch? Resolve(string name, PlaceMatch? atHome)
    {
        if (s_countryOf.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix)
            return _names.NamedAnywhere(name[prefix.Length..]) is { } country ? new PlaceMatch.One(country) : atHome;

        // Two letters are weak: beside the nickname LA, Laos is not worth a line.
        var abroad = Meanings(name, withCode: name.Length > 2 || atHome is null or PlaceMatch.One { Place: State });
        if (abroad.Length == 0)
            return atHome;
        return atHome switch
        {
            null => OneOrSeveral(abroad),
            PlaceMatch.One { Place: State } state => state with { Others = [.. abroad, .. state.Others] },
            PlaceMatch.One town => Beside(name, [new(town.Place, home.Named(name) is [var named, ..] ? named.Name : town.Place.Name)], town, abroad),
            PlaceMatch.Several several => Beside(name, several.Choices, several, abroad),
            _ => atHome,
        };
    }

    /// <summary>"Toronto, Canada", "Berlin, DE": the country at the end of a text with more before it.</summary>
    /// <param name="words">The words of the text.</param>
    /// <param name="knownCity">True where only a big city of that country may stand before it.</param>
    public PlaceMatch? ResolveAtEnd(string[] words, bool knownCity = false)
    {
        if (!knownCity && home.IsLikeState(string.Concat(words), CorrectionsOfState))
            return null;
        for (var length = Math.Min(LongestNameInWords, words.Length - 1); length > 0; length--)
        {
            var name = string.Join(' ', words[^length..]);
            var before = string.Join(' ', words[..^length]);
            if ((_names.NamedAnywhere(name) ?? _names.Coded(name)) is not { } country || s_namedAfter.Contains(before))
                continue;
            var unmistakable = !knownCity && _names.NamedAnywhere(name) is not null && home.StateNamed(name) is null;
            if (unmistakable || _names.Cities(before).Any(city => city.Place == country))
                return new PlaceMatch.One(country);
        }
        return words is [.. var city, { Length: <= LongestCode } code] && code.All(char.IsLetter) && home.StateNamed(code) is null
            ? OneOrSeveral([.. _names.Cities(string.Join(' ', city))])
            : null;
    }

    /// <summary>Countries that a text with a typing error may have meant, and those of a big city that it begins with.</summary>
    public IEnumerable<PlaceChoice> Like(string text)
    {
        var words = text.Split(' ');
        var cities = Enumerable.Range(1, words.Length).Reverse()
            .Select(length => _names.Cities(string.Join(' ', words[..length])).ToArray())
            .FirstOrDefault(found => found.Length > 0) ?? [];
        var corrected = text.Length >= ShortestNameToCorrect ? _names.Like(text, text.Length / LettersPerCorrection).Select(Choice) : [];
        return cities.Concat(corrected).DistinctBy(choice => choice.Place);
    }

    private PlaceChoice[] Meanings(string name, bool withCode) =>
    [
        .. new[] { _names.NamedAnywhere(name), withCode ? _names.Coded(name) : null }.OfType<Country>().Select(Choice)
            .Concat(_names.Cities(name))
            .DistinctBy(choice => choice.Place),
    ];

    private PlaceMatch Beside(string name, IReadOnlyList<PlaceChoice> towns, PlaceMatch atHome, PlaceChoice[] abroad)
    {
        var named = home.Named(name);
        var country = _names.Named(name);
        var hamlets = named.Count > 0 && named.All(place => place is { IsCity: true, Weight: 1 });
        if (hamlets && country is not null)
            return new PlaceMatch.One(country) { Others = [.. towns, .. abroad.Where(choice => choice.Place != country)], LookingFor = atHome.LookingFor };
        if (atHome is PlaceMatch.One one && named.Any(place => place.Weight >= BigTown))
            return one with { Others = [.. one.Others, .. abroad] };
        return new PlaceMatch.Several(hamlets || country is not null ? [.. abroad, .. towns] : [.. towns, .. abroad]) { LookingFor = atHome.LookingFor };
    }

    private static PlaceMatch? OneOrSeveral(PlaceChoice[] places) => places switch
    {
        [] => null,
        [var only] => new PlaceMatch.One(only.Place),
        _ => new PlaceMatch.Several(places),
    };

    private static PlaceChoice Choice(Country country) => new(country, country.Name);
}
