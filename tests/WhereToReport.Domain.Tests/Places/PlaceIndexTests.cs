using CsCheck;
using WhereToReport.Domain.Places;
using WhereToReport.Testing;

namespace WhereToReport.Domain.Tests.Places;

public class PlaceIndexTests
{
    private static readonly PlaceIndex s_places = RealDirectory.Snapshot.Places;

    [Theory]
    [InlineData("94043", "06085")]
    [InlineData(" 94043 ", "06085")]
    [InlineData("94043-1351", "06085")]
    [InlineData("940431351", "06085")]
    [InlineData("1600 Amphitheatre Parkway, Mountain View, CA 94043", "06085")]
    [InlineData("Santa Clara County", "06085")]
    [InlineData("SANTA  CLARA   COUNTY", "06085")]
    [InlineData("Santa Clara County, CA", "06085")]
    [InlineData("santa clara, ca", "06085")]
    [InlineData("santa clara county california", "06085")]
    [InlineData("California, Santa Clara County", "06085")]
    [InlineData("San Jose, California", "06085")]
    [InlineData("San José, California", "06085")]
    [InlineData("san jose ca", "06085")]
    [InlineData("san jose ca usa", "06085")]
    [InlineData("city of San Jose, CA", "06085")]
    [InlineData("1 Main Street, San Jose, CA", "06085")]
    [InlineData("st louis city", "29510")]
    [InlineData("St. Louis city, MO", "29510")]
    [InlineData("Orleans Parish", "22071")]
    [InlineData("orleans county, louisiana", "22071")]
    [InlineData("Doña Ana", "35013")]
    [InlineData("dona ana", "35013")]
    [InlineData("Dona Ana County, NM", "35013")]
    [InlineData("Washington DC", "11001")]
    [InlineData("Washington, D.C.", "11001")]
    [InlineData("Los Angeles", "06037")]
    [InlineData("Prince George's County", "24033")]
    [InlineData("Prince Georges county", "24033")]
    [InlineData("Honolulu", "15003")]
    [InlineData("San Juan, PR", "72127")]
    [InlineData("Saipan", "69110")]
    [InlineData("O'Fallon, MO", "29183")]
    [InlineData("OFallon MO", "29183")]
    [InlineData("94043 Mountain View", "06085")]
    [InlineData("condado de Santa Clara, California", "06085")]
    public void A_text_leads_to_its_county(string text, string fips) =>
        Assert.Equal(fips, Assert.IsType<PlaceMatch.One>(s_places.Resolve(text)).Place.Id);

    [Theory]
    [InlineData("DC", "DC")]
    [InlineData("District of Columbia", "DC")]
    [InlineData("Guam", "GU")]
    [InlineData("PR", "PR")]
    [InlineData("puerto rico", "PR")]
    [InlineData("U.S. Virgin Islands", "VI")]
    [InlineData("virgin islands", "VI")]
    [InlineData("tx", "TX")]
    [InlineData("New York", "NY")]
    [InlineData("washington", "WA")]
    [InlineData("West Virginia", "WV")]
    [InlineData("Carolina del Norte", "NC")]
    [InlineData("Nueva York", "NY")]
    [InlineData("Hagatna", "GU")]
    [InlineData("Pago Pago", "AS")]
    public void A_text_leads_to_its_state(string text, string code) =>
        Assert.Equal(code, Assert.IsType<PlaceMatch.One>(s_places.Resolve(text)).Place.Id);

    [Fact]
    public void Every_state_is_found_by_its_name_and_by_its_code()
    {
        // LA is both Louisiana and what people call Los Angeles.
        foreach (var state in s_places.States.Where(state => state.Code != "LA"))
        {
            Assert.Equal(state, Assert.IsType<PlaceMatch.One>(s_places.Resolve(state.Name)).Place);
            Assert.Equal(state, Assert.IsType<PlaceMatch.One>(s_places.Resolve(state.Code)).Place);
        }
    }

    [Fact]
    public void LA_asks_whether_Los_Angeles_or_Louisiana_is_meant() =>
        Assert.Equal(["06037", "LA"], Choices("LA"));

    [Fact]
    public void NYC_means_its_five_boroughs() =>
        Assert.Equal(["36061", "36047", "36081", "36005", "36085"], Choices("NYC"));

    [Theory]
    [InlineData("St. Louis")]
    [InlineData("Saint Louis")]
    [InlineData("ST LOUIS")]
    public void Saint_and_its_short_forms_are_one_name(string text)
    {
        var choices = Choices(text);
        Assert.Contains("29510", choices);
        Assert.Contains("29189", choices);
        Assert.Equal(Choices("st louis"), choices);
    }

    [Fact]
    public void A_name_of_several_places_lists_the_biggest_first()
    {
        Assert.Equal("06085", Choices("santa clara")[0]);
        Assert.Equal("06059", Choices("Orange County")[0]);
        Assert.Equal("48201", Choices("Houston")[0]);
    }

    [Fact]
    public void Every_county_is_found_by_its_legal_name_and_state()
    {
        foreach (var county in RealDirectory.Facts.Gazetteer.Counties)
        {
            var match = s_places.Resolve($"{county.Name}, {county.State}");
            var found = match switch
            {
                PlaceMatch.One one => [one.Place],
                PlaceMatch.Several several => several.Choices.Select(choice => choice.Place).ToArray(),
                _ => [],
            };
            Assert.True(found.Contains(county), $"{county.Name}, {county.State} leads to {match}");
        }
    }

    [Fact]
    public void Every_county_has_an_address_of_its_own()
    {
        foreach (var county in RealDirectory.Facts.Gazetteer.Counties)
            Assert.Equal(county, s_places.County(s_places.StateOf(county), county.Slug));
    }

    [Fact]
    public void Every_ZIP_code_leads_to_the_counties_it_touches_main_county_first()
    {
        var touched = RealDirectory.Facts.Gazetteer.ZipCounties.ToLookup(pair => pair.Zip, pair => pair.CountyFips);
        Assert.Equal(41_166, RealDirectory.Facts.Gazetteer.ZipCodes.Count);
        foreach (var zip in RealDirectory.Facts.Gazetteer.ZipCodes)
        {
            var places = s_places.Resolve(zip.Zip) switch
            {
                PlaceMatch.One one => [one.Place.Id],
                PlaceMatch.Several several => several.Choices.Select(choice => choice.Place.Id).ToArray(),
                _ => [],
            };
            Assert.Equal(zip.PrimaryCountyFips, places.FirstOrDefault());
            Assert.Equal(touched[zip.Zip].Order(), places.Order());
        }
    }

    [Fact]
    public void Every_military_ZIP_code_leads_to_the_country()
    {
        foreach (var zip in RealDirectory.Facts.Gazetteer.MilitaryZipCodes)
        {
            var match = Assert.IsType<PlaceMatch.One>(s_places.Resolve(zip.Zip));
            Assert.Equal(Country.UnitedStates, match.Place);
            Assert.Equal(zip, match.Military);
        }
    }

    [Fact]
    public void An_unknown_ZIP_code_leads_to_the_state_of_its_first_three_digits_and_says_so()
    {
        Assert.DoesNotContain(RealDirectory.Facts.Gazetteer.ZipCodes, zip => zip.Zip == "94099");
        var match = Assert.IsType<PlaceMatch.One>(s_places.Resolve("94099"));
        Assert.Equal("CA", match.Place.Id);
        Assert.Equal("94099", match.UnknownZip);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    [InlineData("00000")]
    [InlineData("9404")]
    [InlineData("Los Angelos")]
    [InlineData("xyzzy")]
    public void What_is_not_on_record_leads_to_nothing(string text) => Assert.IsType<PlaceMatch.None>(s_places.Resolve(text));

    [Fact]
    public void An_unknown_name_in_a_known_state_keeps_the_state()
    {
        var none = Assert.IsType<PlaceMatch.None>(s_places.Resolve("Los Angelos, CA"));
        Assert.Equal("CA", none.Within?.Code);
        Assert.Equal("los angelos", none.Name);
    }

    [Fact]
    public void The_name_of_a_state_tells_of_other_places_with_that_name() =>
        Assert.Contains(Assert.IsType<PlaceMatch.One>(s_places.Resolve("New York")).Others, other => other.Place.Id == "36061");

    [Fact]
    public void No_text_at_all_makes_it_fail() =>
        Gen.String[Gen.Char, 0, 120].Sample(text => s_places.Resolve(text) is not null, iter: 20_000);

    [Fact]
    public void Case_accents_and_spaces_do_not_matter() =>
        Gen.Int[0, RealDirectory.Facts.Gazetteer.Counties.Count - 1].Sample(index =>
        {
            var county = RealDirectory.Facts.Gazetteer.Counties[index];
            var plain = s_places.Resolve($"{county.Name}, {county.State}");
            var odd = s_places.Resolve($"  {county.Name.ToUpperInvariant().Replace(" ", "   ")} ,{county.State.ToLowerInvariant()} ");
            return Ids(plain).SequenceEqual(Ids(odd));
        });

    private static IEnumerable<string> Ids(PlaceMatch match) => match switch
    {
        PlaceMatch.One one => [one.Place.Id],
        PlaceMatch.Several several => several.Choices.Select(choice => choice.Place.Id),
        _ => [],
    };

    private static string[] Choices(string text) =>
        [.. Assert.IsType<PlaceMatch.Several>(s_places.Resolve(text)).Choices.Select(choice => choice.Place.Id)];
}
