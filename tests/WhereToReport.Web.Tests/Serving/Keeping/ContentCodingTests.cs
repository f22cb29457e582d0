using WhereToReport.Web.Serving.Keeping;

namespace WhereToReport.Web.Tests.Serving.Keeping;

public class ContentCodingTests
{
    [Theory]
    [InlineData("", "Identity")]
    [InlineData("identity", "Identity")]
    [InlineData("gzip", "Gzip")]
    [InlineData("deflate, gzip", "Gzip")]
    [InlineData("gzip, deflate, br, zstd", "Brotli")]
    [InlineData("br", "Brotli")]
    [InlineData("gzip, BR", "Brotli")]
    [InlineData("GZIP", "Gzip")]
    public void The_smallest_form_is_chosen(string accepted, string expected) =>
        Assert.Equal(expected, ContentCodings.Smallest(accepted).ToString());

    [Theory]
    [InlineData("br;q=0, gzip")]
    [InlineData("*")]
    [InlineData("gzip;q=0.5, br;q=0.1")]
    public void Weights_are_left_to_the_rest_of_the_site(string accepted) => Assert.Null(ContentCodings.Smallest(accepted));
}
