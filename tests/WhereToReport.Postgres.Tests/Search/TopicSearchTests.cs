using Npgsql;
using WhereToReport.Domain;
using WhereToReport.Postgres.Search;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Search;

public sealed class TopicSearchTests : IAsyncLifetime
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
    [InlineData("sextortion", Language.English, "sextortion")]
    [InlineData("nudes", Language.English, "nude-image-shared")]
    [InlineData("my daughter ran away", Language.English, "missing-or-runaway")]
    [InlineData("touched by coach", Language.English, "abuse-by-school-or-coach")]
    [InlineData("suicide", Language.English, "child-in-crisis")]
    [InlineData("foto desnuda", Language.Spanish, "nude-image-shared")]
    [InlineData("mi hija se fue de casa", Language.Spanish, "missing-or-runaway")]
    [InlineData("chantaje", Language.English, "sextortion")]
    public async Task What_people_type_finds_the_situation(string text, Language language, string situation)
    {
        var found = await new TopicSearch(_source).Find(text, language, default);
        Assert.Contains(found.Take(3), topic => topic.IsSituation && topic.Id == situation);
    }

    [Fact]
    public async Task A_channel_is_found_by_its_name() =>
        Assert.Contains(await new TopicSearch(_source).Find("CyberTipline", Language.English, default), topic => topic is { IsSituation: false, Id: "ncmec-cybertipline" });

    [Theory]
    [InlineData("")]
    [InlineData("the of and")]
    [InlineData("xyzzy")]
    [InlineData("'; drop table topic; --")]
    [InlineData("a & | ! ( :* <->")]
    [InlineData("\0")]
    public async Task What_says_nothing_finds_nothing(string text) =>
        Assert.Empty(await new TopicSearch(_source).Find(text, Language.English, default));
}
