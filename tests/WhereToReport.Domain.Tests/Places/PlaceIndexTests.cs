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
    [InlineData("N Las Vegas", "32003")]
    [InlineData("No. Las Vegas, NV", "32003")]
    [InlineData("W Palm Beach", "12099")]
    [InlineData("Pt Arthur", "48245")]
    [InlineData("Pt. St. Lucie", "12111")]
    [InlineData("Pt Pleasant, WV", "54053")]
    [InlineData("E St Louis", "17163")]
    [InlineData("So San Francisco", "06081")]
    [InlineData("Colorado Spgs, CO", "08041")]
    [InlineData("Greeley, CO", "08123")]
    [InlineData("NOLA", "22071")]
    [InlineData("SLC", "49035")]
    [InlineData("LA County", "06037")]
    [InlineData("Dade County FL", "12086")]
    [InlineData("Dade, Florida", "12086")]
    [InlineData("Brooklyn, NY", "36047")]
    [InlineData("Queens", "36081")]
    [InlineData("the Bronx", "36005")]
    [InlineData("Bronx", "36005")]
    [InlineData("Staten Island", "36085")]
    [InlineData("in Mountain View, CA", "06085")]
    [InlineData("I live in San Jose, California", "06085")]
    [InlineData("close to N Las Vegas", "32003")]
    [InlineData("cerca de San José, California", "06085")]
    [InlineData("en Santa Clara County", "06085")]
    [InlineData("City of Industry, CA", "06037")]
    [InlineData("De Kalb, IL", "17037")]
    [InlineData("DeKalb, IL", "17037")]
    [InlineData("Du Page County", "17043")]
    [InlineData("DuPage", "17043")]
    [InlineData("Mc Henry County, IL", "17111")]
    [InlineData("O'Brien County", "19141")]
    [InlineData("O Brien County", "19141")]
    [InlineData("Santa Fe, N.M.", "35049")]
    [InlineData("\uff19\uff14\uff10\uff14\uff13", "06085")]
    [InlineData("94043-", "06085")]
    [InlineData("ZIP 94043", "06085")]
    [InlineData("zip code: 94043", "06085")]
    [InlineData("código postal 94043", "06085")]
    [InlineData("94043, USA", "06085")]
    [InlineData("\u00a094043\u00a0", "06085")]
    [InlineData("\u200e94043\u200b", "06085")]
    [InlineData("Santa\u00a0Clara\u00a0County", "06085")]
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
    [InlineData("W Virginia", "WV")]
    [InlineData("N. Carolina", "NC")]
    [InlineData("N.J.", "NJ")]
    [InlineData("in the state of Washington", "WA")]
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

    [Theory]
    [InlineData("Aurora, CO", "CO")]
    [InlineData("Benton, IA", "IA")]
    public void A_state_behind_a_comma_is_no_part_of_the_name(string text, string state) =>
        Assert.All(Choices(text), fips => Assert.Equal(state, s_places.County(fips)!.State));

    [Fact]
    public void A_county_in_short_and_a_city_in_Colorado_are_a_choice()
    {
        var states = Choices("aurora co").Select(fips => s_places.County(fips)!.State).ToArray();
        Assert.Equal(("CO", "SD"), (states[0], states[^1]));
        Assert.All(Choices("King Co"), fips => Assert.Equal("King County", s_places.County(fips)!.Name));
    }

    [Fact]
    public void NYC_means_its_five_boroughs() =>
        Assert.Equal(["36061", "36047", "36081", "36005", "36085"], Choices("NYC"));

    [Fact]
    public void Nicknames_of_several_counties_are_a_choice()
    {
        Assert.Equal(["36059", "36103"], Choices("Long Island").Take(2));
        Assert.Equal(["48113", "48439"], Choices("DFW"));
        Assert.Equal(["13121", "13089"], Choices("ATL"));
        Assert.Equal("36061", Choices("Harlem")[0]);
        Assert.Equal("12086", Choices("Dade County")[0]);
    }

    [Theory]
    [InlineData("near Dallas")]
    [InlineData("in Dallas")]
    [InlineData("Cerca de Dallas")]
    [InlineData("en Dallas")]
    [InlineData("Dallas area")]
    public void Words_around_a_place_do_not_matter(string text) => Assert.Equal(Choices("Dallas"), Choices(text));

    [Fact]
    public void In_in_front_of_a_name_is_no_Indiana() =>
        Assert.Equal(Choices("Portland"), Choices("in Portland"));

    [Theory]
    [InlineData("De Kalb", "DeKalb")]
    [InlineData("La Salle", "LaSalle")]
    [InlineData("Mc Henry", "McHenry")]
    [InlineData("La Grange", "LaGrange")]
    public void Spacing_does_not_matter(string apart, string together) =>
        Assert.Equal(Ids(s_places.Resolve(apart)), Ids(s_places.Resolve(together)));

    [Theory]
    [InlineData("Huston", "48201")]
    [InlineData("Pittsburg", "42003")]
    [InlineData("Orland, CA", null)]
    [InlineData("Houston", null)]
    [InlineData("Springfield", null)]
    public void A_far_bigger_city_one_letter_away_is_offered(string text, string? fips) =>
        Assert.Equal(fips, s_places.Resolve(text).LookingFor.FirstOrDefault()?.Place.Id);

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

    // AE is also the code of the United Arab Emirates.
    [Theory]
    [InlineData("APO AE 09096")]
    [InlineData("AE 09096")]
    [InlineData("PSC 1234 Box 5678, APO, AE 09096")]
    [InlineData("FPO AP 96349-1000")]
    public void A_military_address_is_never_one_of_another_country(string address)
    {
        var match = Assert.IsType<PlaceMatch.One>(s_places.Resolve(address));
        Assert.Equal(Country.UnitedStates, match.Place);
        Assert.NotNull(match.Military);
    }

    [Theory]
    [InlineData("EE. UU.")]
    [InlineData("EEUU")]
    [InlineData("Estados Unidos de América")]
    public void The_country_has_its_Spanish_names_too(string name) =>
        Assert.Equal(Country.UnitedStates, Assert.IsType<PlaceMatch.One>(s_places.Resolve(name)).Place);

    [Fact]
    public void An_unknown_ZIP_code_leads_to_the_state_of_its_first_three_digits_and_says_so()
    {
        Assert.DoesNotContain(RealDirectory.Facts.Gazetteer.ZipCodes, zip => zip.Zip == "94099");
        var match = Assert.IsType<PlaceMatch.One>(s_places.Resolve("94099"));
        Assert.Equal("CA", match.Place.Id);
        Assert.Equal("94099", match.UnknownZip);
    }

    [Theory]
    [InlineData("00000")]
    [InlineData("9404")]
    [InlineData("940430")]
    public void A_number_that_is_no_ZIP_code_is_kept_to_be_checked(string number) =>
        Assert.Equal(number, Assert.IsType<PlaceMatch.None>(s_places.Resolve(number)).UnknownZip);

    [Fact]
    public void An_unknown_ZIP_code_near_two_states_names_both()
    {
        var states = RealDirectory.Facts.Gazetteer.ZipCodes.GroupBy(zip => zip.Zip[..3], zip => zip.State).First(prefix => prefix.Distinct().Count() > 1);
        var unknown = Enumerable.Range(0, 100).Select(end => $"{states.Key}{end:00}").First(zip => RealDirectory.Facts.Gazetteer.ZipCodes.All(known => known.Zip != zip));
        Assert.Equal(states.Distinct().Order(), Assert.IsType<PlaceMatch.None>(s_places.Resolve(unknown)).StatesNearby.Select(state => state.Place.Id));
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
    public void Many_fillers_take_no_time()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        s_places.Resolve(string.Concat(Enumerable.Repeat("in ", 16)) + "qq" + string.Concat(Enumerable.Repeat(" us", 16)));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), clock.Elapsed.ToString());
    }

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

    [Theory]
    [InlineData("Los Angelos", "06037")]
    [InlineData("Cincinatti", "39061")]
    [InlineData("Ft Wayn", "18003")]
    [InlineData("San Fransisco", "06075")]
    [InlineData("Pheonix", "04013")]
    [InlineData("Califronia", "CA")]
    public void A_typing_error_finds_the_place_that_was_meant_without_the_database(string text, string id)
    {
        var similar = s_places.Like(text, within: null).ToArray();
        Assert.Equal(id, similar[0].Place.Id);
        Assert.Equal(similar.Length, similar.DistinctBy(choice => choice.Place).Count());
    }

    [Fact]
    public void Only_places_of_the_state_that_was_understood_are_like_a_name()
    {
        var similar = s_places.Like("Mellborne", s_places.State("FL")).ToArray();
        Assert.NotEmpty(similar);
        Assert.All(similar, choice => Assert.Equal("FL", Assert.IsType<County>(choice.Place).State));
    }

    [Theory]
    [InlineData("")]
    [InlineData("xyzzy")]
    [InlineData("my uncle hurt me")]
    public void What_is_not_near_any_name_is_like_no_place(string text) => Assert.Empty(s_places.Like(text, within: null));
}
