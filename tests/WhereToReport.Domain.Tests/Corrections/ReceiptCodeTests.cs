using WhereToReport.Domain.Corrections;

namespace WhereToReport.Domain.Tests.Corrections;

public class ReceiptCodeTests
{
    [Theory]
    [InlineData("K7QM-2FXD-9R")]
    [InlineData("k7qm-2fxd-9r")]
    [InlineData("k7qm2fxd9r")]
    [InlineData("  K7QM 2FXD 9R ")]
    [InlineData("K7QM–2FXD–9R")]
    public void However_it_is_typed_it_is_the_same_code(string typed) =>
        Assert.Equal("K7QM-2FXD-9R", ReceiptCode.Parse(typed).ToString());

    [Fact]
    public void Letters_that_look_like_digits_are_taken_for_them() =>
        Assert.Equal("0011-ABCD-EF", ReceiptCode.Parse("oOiL-abcd-ef").ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("K7QM-2FXD-9")]
    [InlineData("K7QM-2FXD-9RR")]
    [InlineData("U7QM-2FXD-9R")]
    [InlineData("K7QM-2FXD-9é")]
    [InlineData("K7QM\u00002FXD9R")]
    [InlineData("../../etc/pa")]
    [InlineData("K-7-Q-M-----------------------------------2-F-X-D-9-R")]
    public void What_is_no_code_is_none(string? typed) => Assert.Null(ReceiptCode.Parse(typed));

    [Fact]
    public void New_codes_are_read_back_and_do_not_repeat()
    {
        var codes = Enumerable.Range(0, 10_000).Select(_ => ReceiptCode.New()).ToArray();
        Assert.Equal(codes.Length, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Equal(code, ReceiptCode.Parse(code.ToString())));
    }
}
