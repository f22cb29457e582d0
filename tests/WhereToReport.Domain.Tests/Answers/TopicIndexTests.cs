using WhereToReport.Domain.Answers;
using WhereToReport.Testing;

namespace WhereToReport.Domain.Tests.Answers;

public class TopicIndexTests
{
    private static readonly TopicIndex s_topics = RealDirectory.Snapshot.Topics;

    [Theory]
    [InlineData("sextortion", "sextortion")]
    [InlineData("Sextorsión", "sextortion")]
    [InlineData("trafficking", "trafficking")]
    public void A_word_people_type_for_a_situation_is_known(string text, string situation) =>
        Assert.Contains(s_topics.Exactly(text), found => found.Id == situation);

    [Fact]
    public void A_situation_is_found_by_its_own_label()
    {
        foreach (var situation in RealDirectory.Facts.Situations)
        {
            Assert.Equal(situation.Id, s_topics.Like(situation.Label.En)[0].Id);
            Assert.Equal(situation.Id, s_topics.Like(situation.Label.Es!)[0].Id);
        }
    }

    [Fact]
    public void Short_entries_do_not_fire_inside_other_words()
    {
        Assert.Empty(s_topics.Exactly("976403"));
        Assert.Empty(s_topics.Like("xyzzy qqq"));
    }

    [Fact]
    public void A_place_is_no_topic() => Assert.Empty(s_topics.Exactly("Santa Clara County"));
}
