using Microsoft.AspNetCore.Http;
using WhereToReport.Testing;
using WhereToReport.Web.Serving.Keeping;

namespace WhereToReport.Web.Tests.Serving.Keeping;

public class KeptAddressTests
{
    [Theory]
    [InlineData("/find", "?q=94043", "/find?c06085&")]
    [InlineData("/find", "?q=94040&situation=", "/find?c06085&")]
    [InlineData("/find", "?situation=sextortion&q=94043", "/find?c06085&sextortion")]
    [InlineData("/es/find", "?q=94043&situation=sextortion", "/es/find?c06085&sextortion")]
    [InlineData("/api/v1/answer", "?place=94043", "/api/v1/answer?c06085&")]
    [InlineData("/api/v1/answer", "?lang=es&place=94043&situation=sextortion", "/api/v1/answer?c06085&sextortion&es")]
    [InlineData("/api/v1/channels/ncmec-cybertipline", "", "/api/v1/channels/ncmec-cybertipline")]
    [InlineData("/hsds/services", "", "/hsds/services")]
    [InlineData("/", "", "/")]
    [InlineData("/es", "", "/es")]
    [InlineData("/us/ca/santa-clara-county", "", "/us/ca/santa-clara-county")]
    [InlineData("/es/schools/tx", "", "/es/schools/tx")]
    public void An_answer_of_the_directory_has_one_address(string path, string query, string expected) =>
        Assert.Equal(expected, Of(path, query));

    [Fact]
    public void A_ZIP_code_of_several_counties_has_an_address_of_its_own() =>
        Assert.Equal("/find?z37752&", Of("/find", "?q=" + RealDirectory.Facts.Gazetteer.ZipCounties.First(pair => pair.Zip == "37752").Zip));

    [Theory]
    [InlineData("/find", "")]
    [InlineData("/find", "?q=Springfield")]
    [InlineData("/find", "?q=00000")]
    [InlineData("/find", "?q=94043&q=94043")]
    [InlineData("/find", "?q=94043&x=1")]
    [InlineData("/find", "?q=94043&situation=other-words")]
    [InlineData("/find", "?q=94043&situation=SEXTORTION")]
    [InlineData("/find", "?q=94043&situation=sextortion&situation=")]
    [InlineData("/find", "?q=+94043")]
    [InlineData("/find", "?q=94043-1234")]
    [InlineData("/", "?q=94043")]
    [InlineData("/us/ca/santa-clara-county", "?x=1")]
    [InlineData("/us/ca/", "")]
    [InlineData("/US/ca", "")]
    [InlineData("/us/ca/../../editors", "")]
    [InlineData("/us/%63a", "")]
    [InlineData("/editors", "")]
    [InlineData("/editors/records", "")]
    [InlineData("/es/editors", "")]
    [InlineData("/corrections/new", "")]
    [InlineData("/api/v1/answer", "")]
    [InlineData("/api/v1/answer", "?q=94043")]
    [InlineData("/api/v1/answer", "?place=Springfield")]
    [InlineData("/api/v1/answer", "?place=94043&lang=fr")]
    [InlineData("/api/v1/answer", "?place=94043&lang=es&lang=en")]
    [InlineData("/api/v1/places", "?q=san")]
    [InlineData("/es/api/v1/channels", "")]
    [InlineData("/es/hsds/services", "")]
    [InlineData("/es/api/v1/answer", "?place=94043")]
    [InlineData("/hsds/services", "?page=2")]
    [InlineData("/find", "?q=94043&lang=es")]
    [InlineData("/health/ready", "")]
    [InlineData("/embed/us/ca", "")]
    [InlineData("/site.css", "")]
    [InlineData("", "")]
    public void Anything_that_could_be_made_up_has_none(string path, string query) => Assert.Equal("", Of(path, query));

    [Fact]
    public void The_longest_path_has_none() => Assert.Equal("", Of("/us/" + new string('a', 5000), ""));

    [Fact]
    public void No_address_is_longer_than_the_longest()
    {
        Span<char> address = stackalloc char[KeptAddress.Longest];
        foreach (var situation in RealDirectory.Facts.Situations)
            Assert.InRange(KeptAddress.Write(Request("/es/find", "?q=94043&situation=" + situation.Id), RealDirectory.Snapshot, address), 1, KeptAddress.Longest);
        foreach (var county in RealDirectory.Facts.Gazetteer.Counties)
            Assert.InRange(KeptAddress.Write(Request("/es" + county.Path, ""), RealDirectory.Snapshot, address), 1, KeptAddress.Longest);
    }

    private static string Of(string path, string query)
    {
        Span<char> address = stackalloc char[KeptAddress.Longest];
        return address[..KeptAddress.Write(Request(path, query), RealDirectory.Snapshot, address)].ToString();
    }

    private static HttpRequest Request(string path, string query) =>
        new DefaultHttpContext { Request = { Path = new(path), QueryString = new(query) } }.Request;
}
