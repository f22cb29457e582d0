using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;
using WhereToReport.Testing;

namespace WhereToReport.Domain.Tests.Guidance;

public class SituationTests
{
    [Fact]
    public void What_not_to_do_at_once_is_the_first_sentence_of_the_first_three_donts()
    {
        var situation = RealDirectory.Snapshot.Situation("sextortion")! with
        {
            Dont = [Dont("Do not pay. That rarely helps.", "No pague. Rara vez ayuda."), Dont("Do not delete.", "No borre."), Dont("Do not forward", "No reenvíe"), Dont("Do not shout.", "No grite.")],
        };
        Assert.Equal(
            [new("Do not pay.", "No pague."), new("Do not delete.", "No borre."), new("Do not forward", "No reenvíe")],
            situation.NotNow(Country.UnitedStates));
    }

    [Fact]
    public void Whoever_is_blackmailed_reads_at_once_not_to_pay_not_to_delete_and_not_to_send_on()
    {
        var sentences = RealDirectory.Snapshot.Situation("sextortion")!.NotNow(Country.UnitedStates).Select(sentence => sentence.En).ToArray();
        Assert.Equal(["Do not pay", "Do not delete", "Do not send on"], sentences.Zip(["Do not pay", "Do not delete", "Do not send on"], (sentence, start) => sentence[..Math.Min(start.Length, sentence.Length)]));
    }

    [Fact]
    public void Every_situation_says_at_once_what_not_to_do_in_short_whole_sentences()
    {
        foreach (var situation in RealDirectory.Facts.Situations)
        {
            Assert.InRange(situation.NotNow(Country.UnitedStates).Count(), 2, 3);
            Assert.All(situation.NotNow(Country.UnitedStates), sentence =>
            {
                Assert.Matches(@"\bnot\b.*\.$", sentence.En);
                Assert.Matches(@"\b[Nn]o\b.*\.$", sentence.Es);
                Assert.InRange(sentence.En.Length, 5, 130);
            });
        }
    }

    private static Advice Dont(string english, string spanish) => new() { Text = new(english, spanish) };
}
