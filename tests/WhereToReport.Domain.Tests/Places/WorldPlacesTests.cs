using WhereToReport.Domain.Places;
using WhereToReport.Testing;

namespace WhereToReport.Domain.Tests.Places;

public class WorldPlacesTests
{
    private static readonly PlaceIndex s_places = RealDirectory.Snapshot.Places;

    [Theory]
    [InlineData("Canada", "CA")]
    [InlineData("Canadá", "CA")]
    [InlineData("England", "GB")]
    [InlineData("UK", "GB")]
    [InlineData("U.K.", "GB")]
    [InlineData("the United Kingdom", "GB")]
    [InlineData("Reino Unido", "GB")]
    [InlineData("Mexico", "MX")]
    [InlineData("México", "MX")]
    [InlineData("MEXICO", "MX")]
    [InlineData("Alemania", "DE")]
    [InlineData("Deutschland", "DE")]
    [InlineData("Belgique", "BE")]
    [InlineData("日本", "JP")]
    [InlineData("Bosnia and Herzegovina", "BA")]
    [InlineData("Myanmar", "MM")]
    [InlineData("Burma", "MM")]
    [InlineData("Hong Kong", "HK")]
    [InlineData("St. Lucia", "LC")]
    [InlineData("GB", "GB")]
    [InlineData("mex", "MX")]
    [InlineData("DEU", "DE")]
    [InlineData("I live in Canada", "CA")]
    [InlineData("vivo en Alemania", "DE")]
    [InlineData("country of Georgia", "GE")]
    [InlineData("país de Georgia", "GE")]
    [InlineData("Toronto, Canada", "CA")]
    [InlineData("Toronto Canada", "CA")]
    [InlineData("Toronto, Ontario", "CA")]
    [InlineData("Toronto, CA", "CA")]
    [InlineData("Montréal, QC", "CA")]
    [InlineData("Tijuana", "MX")]
    [InlineData("Tijuana, Baja California", "MX")]
    [InlineData("Tijuana 22000", "MX")]
    [InlineData("22000 Tijuana", "MX")]
    [InlineData("22000 Tijuana, Baja California", "MX")]
    [InlineData("00-950 Warsaw, Poland", "PL")]
    [InlineData("SW1A 1AA London", "GB")]
    [InlineData("M5V 2T6 Toronto", "CA")]
    [InlineData("Paris, France", "FR")]
    [InlineData("Berlin, DE", "DE")]
    [InlineData("Berlin, Germany 10115", "DE")]
    [InlineData("Tbilisi, Georgia", "GE")]
    [InlineData("Kaiserslautern Germany", "DE")]
    [InlineData("M5V 2T6", "CA")]
    [InlineData("m5v2t6", "CA")]
    [InlineData("1 Main St, Toronto, ON M5V 2T6", "CA")]
    [InlineData("SW1A 1AA", "GB")]
    [InlineData("sw1a1aa", "GB")]
    [InlineData("M1 1AE", "GB")]
    [InlineData("JE2 3AB", "JE")]
    [InlineData("IM1 1AE", "IM")]
    public void A_text_leads_to_its_country(string text, string code) =>
        Assert.Equal(Countries.Of(code), Assert.IsType<PlaceMatch.One>(s_places.Resolve(text)).Place);

    [Fact]
    public void Every_country_is_found_by_its_names_and_by_its_code_of_three_letters()
    {
        foreach (var country in Countries.All)
        {
            foreach (var name in new[] { country.Name, country.SpanishName, country.Alpha3 })
                Assert.True(Meanings(s_places.Resolve(name)).Contains(country), $"{name} leads to {s_places.Resolve(name)}");
        }
    }

    [Theory]
    [InlineData("Mexico, Missouri", "29007")]
    [InlineData("Mexico, MO", "29007")]
    [InlineData("Canada, KY", "21195")]
    [InlineData("Lebanon, PA", "42075")]
    [InlineData("Lebanon 37087", "47189")]
    [InlineData("37087 Lebanon", "47189")]
    [InlineData("94043 Mountain View", "06085")]
    [InlineData("Paris, TX", "48277")]
    [InlineData("Ontario, CA", "06071")]
    [InlineData("England, Arkansas", "05085")]
    [InlineData("Nwe Mexico", null)]
    public void A_place_of_the_USA_is_reached_by_its_state(string text, string? fips)
    {
        var meanings = Meanings(s_places.Resolve(text));
        Assert.DoesNotContain(meanings, place => place is Country);
        Assert.Equal(fips, meanings.FirstOrDefault()?.Id);
    }

    [Fact]
    public void A_state_comes_before_the_country_of_its_name_and_offers_it()
    {
        var georgia = Assert.IsType<PlaceMatch.One>(s_places.Resolve("Georgia"));
        Assert.Equal(s_places.State("GA"), georgia.Place);
        Assert.Equal(Countries.Of("GE"), georgia.Others[0].Place);
        Assert.Equal(s_places.State("CA"), Assert.IsType<PlaceMatch.One>(s_places.Resolve("CA")).Place);
    }

    [Fact]
    public void Real_towns_and_a_country_are_a_choice()
    {
        var lebanon = Meanings(s_places.Resolve("Lebanon"));
        Assert.Contains(Countries.Of("LB"), lebanon);
        Assert.Contains(s_places.County("42075"), lebanon);
        Assert.True(lebanon.Length > 10);
        Assert.Contains(Countries.Of("NL"), Meanings(s_places.Resolve("Holland")));
    }

    [Fact]
    public void Hamlets_of_the_name_of_a_country_stay_in_reach()
    {
        var mexico = Assert.IsType<PlaceMatch.One>(s_places.Resolve("Mexico"));
        Assert.Contains(mexico.Others, other => other.Place.Id == "29007");
    }

    [Fact]
    public void A_big_city_abroad_is_a_choice_beside_small_towns_and_behind_big_ones()
    {
        Assert.Equal(Countries.Of("CA"), Meanings(s_places.Resolve("Toronto"))[0]);
        Assert.Contains(Countries.Of("GB"), Meanings(s_places.Resolve("London")));
        Assert.Equal("06085", Meanings(s_places.Resolve("San Jose"))[0].Id);
    }

    [Theory]
    [InlineData("1012 AB", "1012 AB")]
    [InlineData("100-0001", "100 0001")]
    [InlineData("01310-100", "01310 100")]
    [InlineData("114 55", "114 55")]
    [InlineData("D02 AF30", "D02 AF30")]
    [InlineData("110001", "110001")]
    [InlineData("2000", "2000")]
    public void A_postal_code_of_some_other_country_asks_for_the_country(string text, string code) =>
        Assert.Equal(code, Assert.IsType<PlaceMatch.None>(s_places.Resolve(text)).ForeignPostalCode);

    [Theory]
    [InlineData("10115", "36061")]
    [InlineData("75001", "48113")]
    public void Five_digits_are_a_ZIP_code(string text, string fips) => Assert.Equal(fips, Meanings(s_places.Resolve(text))[0].Id);

    [Theory]
    [InlineData("75001 Paris", "48113", "FR")]
    [InlineData("10115 Berlin", "36061", "DE")]
    public void A_ZIP_code_before_a_city_abroad_is_a_choice_between_both(string text, string fips, string code)
    {
        var meanings = Meanings(s_places.Resolve(text)).ToArray();
        Assert.Equal(fips, meanings[0].Id);
        Assert.Contains(Countries.Of(code), meanings);
    }

    [Theory]
    [InlineData("2000 Sydney", "AU")]
    [InlineData("1012 AB Amsterdam", "NL")]
    [InlineData("110001 Delhi", "IN")]
    [InlineData("00-950 Warsaw", "PL")]
    public void A_postal_code_before_a_city_abroad_leads_there(string text, string code) =>
        Assert.Contains(Countries.Of(code), Meanings(s_places.Resolve(text)));

    [Theory]
    [InlineData("Germny", "DE")]
    [InlineData("Cananda", "CA")]
    [InlineData("Alemnia", "DE")]
    [InlineData("Toronto Ontaryo", "CA")]
    public void A_typing_error_still_suggests_the_country(string text, string code) =>
        Assert.Equal(Countries.Of(code), s_places.CountriesLike(text).First().Place);

    [Theory]
    [InlineData("Little Italy")]
    [InlineData("xyzzy")]
    [InlineData("going on")]
    public void What_only_sounds_like_a_country_is_none(string text) => Assert.IsType<PlaceMatch.None>(s_places.Resolve(text));

    [Fact]
    public void Every_city_abroad_and_every_alias_of_a_country_leads_there()
    {
        var leads = RealDirectory.Facts.Gazetteer.WorldCities.Select(city => (city.Name, city.Country))
            .Concat(RealDirectory.Facts.Gazetteer.Aliases.Where(alias => alias.Country is not null).Select(alias => (alias.Name, Country: alias.Country!)));
        Assert.True(leads.Count() > 1500);
        foreach (var (name, country) in leads)
            Assert.True(Meanings(s_places.Resolve(name)).Contains(Countries.Of(country)), $"{name} leads to {s_places.Resolve(name)}, and not to {country}");
    }

    // Everything that a person is offered for a text.
    private static Place[] Meanings(PlaceMatch match) => match switch
    {
        PlaceMatch.One one => [one.Place, .. one.Others.Select(other => other.Place)],
        PlaceMatch.Several several => [.. several.Choices.Select(choice => choice.Place)],
        _ => [],
    };
}
