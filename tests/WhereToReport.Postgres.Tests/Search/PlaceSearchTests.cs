using WhereToReport.Postgres.Search;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Search;

public class PlaceSearchTests(FilledDatabase filled)
{
    private readonly PlaceSearch _search = new(filled.Source);

    [Theory]
    [InlineData("Los Angelos", "06037")]
    [InlineData("Albequerque", "35001")]
    [InlineData("Cincinatti", "39061")]
    [InlineData("Filadelfia", "42101")]
    [InlineData("Sacremento", "06067")]
    [InlineData("Tuscon", "04019")]
    [InlineData("Ft Wayn", "18003")]
    [InlineData("San Fransisco", "06075")]
    [InlineData("Mineapolis", "27053")]
    [InlineData("Pheonix", "04013")]
    public async Task A_typing_error_finds_the_place_that_was_meant(string text, string fips)
    {
        var similar = await _search.Similar(text, null);
        Assert.Equal(fips, similar[0].CountyFips);
        Assert.True(similar.Count <= 6);
    }

    [Fact]
    public async Task A_name_inside_a_longer_text_is_found_too() =>
        Assert.Equal("48201", (await _search.Similar("Houston suburbs", null))[0].CountyFips);

    [Theory]
    [InlineData("qzbrtown")]
    [InlineData("my uncle hurt me")]
    [InlineData("xyzzy")]
    public async Task What_is_not_near_any_name_is_no_suggestion(string text) =>
        Assert.Empty(await _search.Similar(text, null));

    [Fact]
    public async Task A_typing_error_in_the_name_of_a_state_finds_the_state()
    {
        var similar = await _search.Similar("Califronia", null);
        Assert.Equal(("CA", null), (similar[0].StateCode, similar[0].CountyFips));
    }

    [Fact]
    public async Task Only_places_of_the_state_that_was_understood_are_suggested()
    {
        var florida = RealDirectory.Snapshot.Places.State("FL");
        var similar = await _search.Similar("Mellborne", florida);
        Assert.NotEmpty(similar);
        Assert.All(similar, place => Assert.Equal("FL", place.StateCode));
    }

    [Fact]
    public async Task Nonsense_finds_nothing() =>
        Assert.Empty(await _search.Similar("qqqqzzzzxxxx'; drop table channel; --", null));
}
