using WhereToReport.Domain;
using WhereToReport.Postgres.Search;

namespace WhereToReport.Postgres.Tests.Search;

public class TopicSearchTests(FilledDatabase filled)
{
    private readonly TopicSearch _search = new(filled.Source);

    [Theory]
    [InlineData("sextortion", Language.English, "sextortion")]
    [InlineData("nudes", Language.English, "nude-image-shared")]
    [InlineData("my daughter ran away", Language.English, "missing-or-runaway")]
    [InlineData("touched by coach", Language.English, "abuse-by-school-or-coach")]
    [InlineData("suicide", Language.English, "child-in-crisis")]
    [InlineData("foto desnuda", Language.Spanish, "nude-image-shared")]
    [InlineData("mi hija se fue de casa", Language.Spanish, "missing-or-runaway")]
    [InlineData("chantaje", Language.English, "sextortion")]
    [InlineData("packs", Language.Spanish, "nude-image-shared")]
    [InlineData("violaron a mi hija", Language.Spanish, "abuse-by-caregiver")]
    [InlineData("my child was raped", Language.English, "support-after-abuse")]
    [InlineData("catfish", Language.English, "online-stranger")]
    public async Task What_people_type_finds_the_situation(string text, Language language, string situation)
    {
        var found = await _search.Find(text, language);
        Assert.Contains(found.Take(3), topic => topic.IsSituation && topic.Id == situation);
    }

    // Words that most situations have say little beside a rarer one.
    [Theory]
    [InlineData("mi hija se escapó", Language.Spanish, "missing-or-runaway")]
    [InlineData("my kid is being blackmailed", Language.English, "sextortion")]
    [InlineData("man asks my daughter for pictures", Language.English, "online-stranger")]
    [InlineData("child porn videos", Language.English, "found-abuse-material")]
    public async Task A_telling_word_is_not_drowned_by_common_ones(string text, Language language, string situation)
    {
        var found = (await _search.Find(text, language)).Where(topic => topic.IsSituation).ToArray();
        Assert.Equal(situation, found[0].Id);
        Assert.InRange(found.Length, 1, 4);
    }

    [Theory]
    [InlineData("child")]
    [InlineData("mi hijo")]
    public async Task Common_words_alone_still_find_something(string text) =>
        Assert.NotEmpty(await _search.Find(text, Language.English));

    [Fact]
    public async Task A_channel_is_found_by_its_name() =>
        Assert.Contains(await _search.Find("CyberTipline", Language.English), topic => topic is { IsSituation: false, Id: "ncmec-cybertipline" });

    [Theory]
    [InlineData("")]
    [InlineData("the of and")]
    [InlineData("xyzzy")]
    [InlineData("'; drop table topic; --")]
    [InlineData("a & | ! ( :* <->")]
    [InlineData("\0")]
    public async Task What_says_nothing_finds_nothing(string text) =>
        Assert.Empty(await _search.Find(text, Language.English));
}
