using CsCheck;
using WhereToReport.Postgres.Files.Tables;

namespace WhereToReport.Postgres.Tests.Files.Tables;

public class SafeCellTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+SUM(A1)", "'+SUM(A1)")]
    [InlineData("-1", "'-1")]
    [InlineData("@here", "'@here")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("'quoted'", "''quoted'")]
    [InlineData("+1-2*cmd", "'+1-2*cmd")]
    [InlineData("plain = text", "plain = text")]
    [InlineData("", "")]
    public void A_text_that_a_spreadsheet_takes_for_a_formula_gets_an_apostrophe(string text, string cell) => Assert.Equal(cell, SafeCell.Of(text));

    [Theory]
    [InlineData("+47 23 12 11 00")]
    [InlineData("+81 3-3581-4321")]
    [InlineData("1-800-843-5678")]
    public void A_phone_number_stays_as_it_is(string number) => Assert.Equal(number, SafeCell.Of(number));

    [Fact]
    public void Taking_one_leading_apostrophe_away_gives_the_text_back() =>
        Gen.String[Gen.Char["=+-@'\ta1 "], 0, 6].Sample(text => SafeCell.Back(SafeCell.Of(text)) == text);
}
