namespace WhereToReport.Domain.Places;

/// <summary>What a suggestion is.</summary>
public enum SuggestionKind
{
    State,
    County,
    City,
    Zip,
}

/// <summary>A place that a person who is still typing may mean.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">USPS code of a state, FIPS code of a county, the ZIP code, and of a city its state and name as in an address: <c>ca/mountain-view</c>.</param>
/// <param name="Name">Its name alone; of a ZIP code the five digits.</param>
/// <param name="State">USPS code; null for a military ZIP code.</param>
/// <param name="Label">What tells it apart from the others in a list.</param>
/// <param name="Ask">The text that leads to it and to nothing else of its kind.</param>
/// <param name="Path">The address of its answer, from the root of the site, without a language prefix.</param>
public sealed record PlaceSuggestion(SuggestionKind Kind, string Id, string Name, string? State, string Label, string Ask, string Path);

/// <summary>
/// Suggests states, counties, cities and ZIP codes by how their names begin. A whole name stands before a longer one, and
/// the bigger place before the smaller one, counted in ZIP codes.
/// </summary>
public sealed class PlaceSuggestions
{
    private readonly PlaceSuggestion[] _byRank;
    private readonly string[] _keys;
    private readonly int[] _ranks;
    private readonly PlaceSuggestion[] _zipCodes;
    private readonly Dictionary<string, State> _states;

    public PlaceSuggestions(Gazetteer gazetteer)
    {
        _states = gazetteer.States.ToDictionary(state => state.Code);
        var names = new SuggestedNames(gazetteer).All.ToArray();
        _byRank = [.. names.Select(name => name.Place).Distinct()
            .OrderByDescending(place => place.ZipCodes).ThenBy(place => place.Place.Label, StringComparer.Ordinal).ThenBy(place => place.Place.Id, StringComparer.Ordinal)
            .Select(place => place.Place)];
        var rankOf = _byRank.Index().ToDictionary(ranked => ranked.Item, ranked => ranked.Index);
        _keys = [.. names.Select(name => name.Key)];
        _ranks = [.. names.Select(name => rankOf[name.Place.Place])];
        Array.Sort(_keys, _ranks, StringComparer.Ordinal);
        _zipCodes = [.. gazetteer.ZipCodes.Select(ZipCode).Concat(gazetteer.MilitaryZipCodes.Select(ZipCode)).OrderBy(zip => zip.Id, StringComparer.Ordinal)];
    }

    /// <summary>The places whose name begins like <paramref name="typed"/>, likeliest first. A state may follow, whole or begun: "springfield, il".</summary>
    public IReadOnlyList<PlaceSuggestion> Starting(string typed, int most)
    {
        var words = PlaceText.Words(typed);
        if (words.Length == 0)
            return [];
        if (words[0].All(char.IsAsciiDigit))
            return [.. ZipCodes(words[0]).Take(most)];

        var begun = Best(PlaceText.Key(typed), exactly: false, _ => true, most);
        if (typed.Split(',', 2) is [var name, var rest] && PlaceText.Key(rest) is { Length: > 0 } state)
            return Together(Best(PlaceText.Key(name), exactly: false, place => IsInStateLike(place, state), most), begun, most);
        return begun.Count >= most ? begun : Together(begun, WithState(words, most), most);
    }

    private static IReadOnlyList<PlaceSuggestion> Together(IEnumerable<PlaceSuggestion> first, IEnumerable<PlaceSuggestion> then, int most) =>
        [.. first.Concat(then).DistinctBy(place => (place.Kind, place.Id)).Take(most)];

    // "springfield il": every way to part a whole name from the state behind it.
    private IEnumerable<PlaceSuggestion> WithState(string[] words, int most) => Enumerable.Range(1, words.Length - 1).Reverse().SelectMany(at =>
        Best(PlaceText.Key(string.Join(' ', words[..at])), exactly: true, place => IsInStateLike(place, string.Concat(words[at..])), most));

    private bool IsInStateLike(PlaceSuggestion place, string begun) =>
        place.Kind != SuggestionKind.State
        && _states[place.State!] is var state
        && (state.Code.StartsWith(begun, StringComparison.OrdinalIgnoreCase) || PlaceText.Key(state.Name).StartsWith(begun, StringComparison.Ordinal));

    private IReadOnlyList<PlaceSuggestion> Best(string key, bool exactly, Func<PlaceSuggestion, bool> wanted, int most)
    {
        if (key.Length == 0)
            return [];
        var found = new List<int>();
        for (var at = FirstFrom(key); at < _keys.Length && _keys[at].StartsWith(key, StringComparison.Ordinal); at++)
        {
            var whole = _keys[at].Length == key.Length;
            if (exactly && !whole)
                break;
            found.Add(whole ? _ranks[at] : _ranks[at] + _byRank.Length);
        }
        found.Sort();
        return [.. found.Select(order => order % _byRank.Length).Distinct().Select(rank => _byRank[rank]).Where(wanted).Take(most)];
    }

    // Names that are the same stand together; the search may land on any of them.
    private int FirstFrom(string key)
    {
        var at = Array.BinarySearch(_keys, key, StringComparer.Ordinal);
        if (at < 0)
            return ~at;
        while (at > 0 && _keys[at - 1] == key)
            at--;
        return at;
    }

    private IEnumerable<PlaceSuggestion> ZipCodes(string digits)
    {
        var begun = digits.Length > 5 ? digits[..5] : digits;
        return _zipCodes.Skip(FirstZipFrom(begun)).TakeWhile(zip => zip.Id.StartsWith(begun, StringComparison.Ordinal));
    }

    private int FirstZipFrom(string digits)
    {
        var (low, high) = (0, _zipCodes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(_zipCodes[middle].Id, digits) < 0 ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    private PlaceSuggestion ZipCode(ZipCode zip)
    {
        var state = _states[zip.State].Name;
        return ZipCode(zip.Zip, zip.State, zip.Place is null ? state : $"{zip.Place}, {state}");
    }

    private static PlaceSuggestion ZipCode(MilitaryZipCode zip) => ZipCode(zip.Zip, null, zip.Place);

    private static PlaceSuggestion ZipCode(string zip, string? state, string where) =>
        new(SuggestionKind.Zip, zip, zip, state, $"{zip} ({where})", zip, "/find?q=" + zip);
}

/// <summary>A suggestion and how many ZIP codes the place has.</summary>
internal sealed record Sized(PlaceSuggestion Place, int ZipCodes);
