using WhereToReport.Domain.Places;

namespace WhereToReport.Domain.Tests.Places;

public class SpellingTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("tucson", "tucson", 0)]
    [InlineData("tuscon", "tucson", 1)]
    [InlineData("huston", "houston", 1)]
    [InlineData("tuscon", "tuscola", 2)]
    [InlineData("cincinatti", "cincinnati", 2)]
    public void A_swap_counts_as_one_correction(string one, string other, int corrections)
    {
        Assert.Equal(corrections, Spelling.Corrections(one, other));
        Assert.Equal(corrections, Spelling.Corrections(other, one));
    }
}
