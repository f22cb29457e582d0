using WhereToReport.Domain.Places;
using WhereToReport.Testing;

namespace WhereToReport.Domain.Tests.Places;

public class CountriesTests
{
    [Fact]
    public void Every_code_of_ISO_3166_1_leads_to_a_country_or_to_a_territory_of_the_USA()
    {
        Assert.Equal(249, IsoCountries.Codes.Count);
        foreach (var code in IsoCountries.Codes)
        {
            var place = RealDirectory.Snapshot.Places.CountryOf(code.ToLowerInvariant());
            Assert.Equal(IsoCountries.OfTheUnitedStates.Contains(code), place is State || place == Country.UnitedStates);
            Assert.Equal(code == "UM" ? "US" : code, place!.Id);
        }
        Assert.Equal(IsoCountries.Abroad, Countries.All.Where(country => country != Country.UnitedStates).Select(country => country.Code));
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("uk")]
    [InlineData("xk")]
    [InlineData("ca ")]
    [InlineData("")]
    public void What_is_no_code_leads_to_no_country(string code) => Assert.Null(RealDirectory.Snapshot.Places.CountryOf(code));

    [Fact]
    public void Every_country_has_its_own_name_in_both_languages_and_a_continent()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var names = Countries.All.Select(country => country.NameIn(language)).ToArray();
            Assert.Equal(names.Length, names.Distinct().Count());
            Assert.All(Countries.All, country => Assert.NotEqual(country.Code, country.NameIn(language)));
            Assert.Equal(5, Countries.Regions.Select(region => Countries.RegionName(region, language)).Distinct().Count());
        }
        Assert.All(Countries.All, country => Assert.Contains(country.Region, Countries.Regions));
        Assert.Equal(("Germany", "Alemania", "DEU"), (Countries.Of("DE")!.Name, Countries.Of("DE")!.SpanishName, Countries.Of("DE")!.Alpha3));
        Assert.Equal("África", Countries.RegionName("002", Language.Spanish));
    }
}
