using Npgsql;
using WhereToReport.Postgres.Search;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Search;

public sealed class PlaceSearchTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private NpgsqlDataSource _source = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Filled();
        _source = NpgsqlDataSource.Create(_database.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("Los Angelos", "06037")]
    [InlineData("Albequerque", "35001")]
    [InlineData("Cincinatti", "39061")]
    [InlineData("Filadelfia", "42101")]
    [InlineData("Sacremento", "06067")]
    public async Task A_typing_error_finds_the_place_that_was_meant(string text, string fips)
    {
        var similar = await new PlaceSearch(_source).Similar(text, null, default);
        Assert.Equal(fips, similar[0].CountyFips);
        Assert.True(similar.Count <= 6);
    }

    [Fact]
    public async Task Where_several_names_are_near_the_one_that_was_meant_is_among_them() =>
        Assert.Contains(await new PlaceSearch(_source).Similar("Tuscon", null, default), place => place.CountyFips == "04019");

    [Fact]
    public async Task A_typing_error_in_the_name_of_a_state_finds_the_state()
    {
        var similar = await new PlaceSearch(_source).Similar("Califronia", null, default);
        Assert.Equal(("CA", null), (similar[0].StateCode, similar[0].CountyFips));
    }

    [Fact]
    public async Task Only_places_of_the_state_that_was_understood_are_suggested()
    {
        var florida = RealDirectory.Snapshot.Places.State("FL");
        var similar = await new PlaceSearch(_source).Similar("Mellborne", florida, default);
        Assert.NotEmpty(similar);
        Assert.All(similar, place => Assert.Equal("FL", place.StateCode));
    }

    [Fact]
    public async Task Nonsense_finds_nothing() =>
        Assert.Empty(await new PlaceSearch(_source).Similar("qqqqzzzzxxxx'; drop table channel; --", null, default));
}
