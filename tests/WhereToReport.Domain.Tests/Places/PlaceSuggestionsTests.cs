using System.Diagnostics;
using WhereToReport.Domain.Places;
using WhereToReport.Testing;

namespace WhereToReport.Domain.Tests.Places;

public class PlaceSuggestionsTests
{
    private const int Most = 10;

    private static readonly PlaceSuggestions s_suggestions = RealDirectory.Snapshot.Suggestions;
    private static readonly Gazetteer s_gazetteer = RealDirectory.Facts.Gazetteer;

    [Theory]
    [InlineData("hous", "Houston, Texas")]
    [InlineData("HOUSTON", "Houston, Texas")]
    [InlineData("los an", "Los Angeles County, California")]
    [InlineData("san jose", "San Jose, California")]
    [InlineData("cal", "California")]
    [InlineData("ma", "Massachusetts")]
    [InlineData("ft wor", "Fort Worth, Texas")]
    [InlineData("Saint Lou", "Saint Louis, Missouri")]
    [InlineData("dona a", "Doña Ana County, New Mexico")]
    [InlineData("de kal", "DeKalb County, Georgia")]
    [InlineData("springfield, il", "Springfield, Illinois")]
    [InlineData("springfield il", "Springfield, Illinois")]
    [InlineData("springfield, ill", "Springfield, Illinois")]
    [InlineData("santa clara county, ca", "Santa Clara County, California")]
    [InlineData("nyc", "New York County, New York")]
    [InlineData("94043", "94043 (Mountain View, California)")]
    [InlineData("94043-12", "94043 (Mountain View, California)")]
    public void The_likeliest_place_stands_first(string typed, string first) => Assert.Equal(first, s_suggestions.Starting(typed, Most)[0].Label);

    [Fact]
    public void Digits_lead_to_the_ZIP_codes_that_begin_with_them_in_order()
    {
        var zipCodes = s_suggestions.Starting("9404", 50).Select(zip => zip.Id).ToArray();
        Assert.Equal(s_gazetteer.ZipCodes.Select(zip => zip.Zip).Where(zip => zip.StartsWith("9404", StringComparison.Ordinal)).Order(), zipCodes);
        Assert.Contains(s_suggestions.Starting("09001", Most), zip => zip is { Kind: SuggestionKind.Zip, State: null });
    }

    [Theory]
    [InlineData("")]
    [InlineData(" , ")]
    [InlineData("qqzz")]
    [InlineData("00000")]
    [InlineData("springfield, zz")]
    [InlineData("\ud800")]
    public void What_begins_no_name_has_no_suggestion(string typed) => Assert.Empty(s_suggestions.Starting(typed, Most));

    [Theory]
    [InlineData("s", 3)]
    [InlineData("9", 1)]
    public void No_more_are_given_than_asked_for(string typed, int most) => Assert.Equal(most, s_suggestions.Starting(typed, most).Count);

    // Whatever is suggested can be asked for, and leads to the place that it names.
    [Fact]
    public void Every_suggestion_leads_to_its_place()
    {
        var suggested = Everything().ToArray();
        Assert.All(Enum.GetValues<SuggestionKind>(), kind => Assert.Contains(suggested, place => place.Kind == kind));
        foreach (var place in suggested)
        {
            var match = RealDirectory.Snapshot.Places.Resolve(place.Ask);
            Assert.True(Leads(match, place), $"{place.Ask}: {match}");
        }
    }

    [Fact]
    public void Every_name_is_suggested_once_it_is_typed_in_full_with_its_state()
    {
        foreach (var county in s_gazetteer.Counties)
            Assert.True(s_suggestions.Starting($"{county.Name}, {county.State}", Most).Any(place => place.Id == county.Fips), $"{county.Name}, {county.State}");
        foreach (var zip in s_gazetteer.ZipCodes.Where(zip => zip.Place is not null))
        {
            Assert.True(
                s_suggestions.Starting($"{zip.Place}, {zip.State}", Most).Any(place => place.Kind == SuggestionKind.City && place.Name == zip.Place && place.State == zip.State),
                $"{zip.Place}, {zip.State}");
        }
    }

    [Fact]
    public void The_99th_of_100_takes_two_milliseconds_at_most()
    {
        var typed = s_gazetteer.Counties.Select(county => county.Name).Concat(s_gazetteer.ZipCodes.Select(zip => zip.Zip))
            .SelectMany((name, at) => Enumerable.Range(1, name.Length).Where(length => (length + at) % 29 == 0 || length < 3 && at % 50 == 0).Select(length => name[..length]))
            .ToArray();
        Assert.True(typed.Length > 5000);
        foreach (var text in typed.Take(500))
            s_suggestions.Starting(text, Most);

        var times = typed.Select(text =>
        {
            var start = Stopwatch.GetTimestamp();
            s_suggestions.Starting(text, Most);
            return Stopwatch.GetElapsedTime(start);
        }).Order().ToArray();
        Assert.InRange(times[times.Length * 99 / 100], TimeSpan.Zero, TimeSpan.FromMilliseconds(2));
    }

    private static IEnumerable<PlaceSuggestion> Everything() => "abcdefghijklmnopqrstuvwxyz0123456789"
        .SelectMany(letter => s_suggestions.Starting(letter.ToString(), int.MaxValue))
        .DistinctBy(place => (place.Kind, place.Id));

    private static bool Leads(PlaceMatch match, PlaceSuggestion place) => (match, place.Kind) switch
    {
        (PlaceMatch.One one, SuggestionKind.State or SuggestionKind.County) => one.Place.Id == place.Id,
        (PlaceMatch.One { UnknownZip: null }, SuggestionKind.Zip) => true,
        (PlaceMatch.One { Place: County county }, SuggestionKind.City) => county.State == place.State,
        (PlaceMatch.Several several, SuggestionKind.County) => several.Choices[0].Place.Id == place.Id,
        (PlaceMatch.Several several, SuggestionKind.Zip) => several.Choices.All(choice => choice.Place is County),
        (PlaceMatch.Several several, SuggestionKind.City) => several.Choices.All(choice => choice.Place is County county && county.State == place.State),
        _ => false,
    };
}
