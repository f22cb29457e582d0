using System.Net;
using System.Text.Json;
using WhereToReport.Testing;
using WhereToReport.Web.Tests.Pages;

namespace WhereToReport.Web.Tests.Embedding;

public class EmbedTests(FilledSite filled)
{
    [Theory]
    [InlineData("/embed/us/tx/harris-county", "en")]
    [InlineData("/embed/us/tx/harris-county?lang=es", "es")]
    [InlineData("/es/embed/us/tx/harris-county", "es")]
    [InlineData("/embed/us/ca", "en")]
    [InlineData("/embed/us", "en")]
    public async Task An_embedded_page_is_small_has_the_contacts_and_needs_no_script(string path, string language)
    {
        var page = await filled.Page(path);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("ncmec-cybertipline", page.Channels());
        Assert.NotNull(page.QuerySelector("a[href='tel:+18008435678']"));
        Assert.Empty(page.QuerySelectorAll("script"));
        foreach (var link in page.QuerySelectorAll("a[href^='http'], a[href^='/']"))
            Assert.Equal("_blank", link.GetAttribute("target"));
    }

    [Fact]
    public async Task An_embedded_situation_keeps_the_order_of_its_plan()
    {
        var place = RealDirectory.Snapshot.Places.County("48201")!;
        var answer = RealDirectory.Snapshot.Finder.Find(place, RealDirectory.Snapshot.Situation("sextortion"));
        var shown = (await filled.Page($"/embed{place.Path}?situation=sextortion")).Channels();
        Assert.Equal(answer.Channels.Select(channel => channel.Channel.Id).Where(shown.Contains), shown);
        Assert.Contains("ncmec-cybertipline", shown[..3]);
    }

    [Theory]
    [InlineData("/embed/us/zz")]
    [InlineData("/embed/us/tx/nowhere")]
    [InlineData("/embed/us/tx?situation=nothing")]
    public async Task What_does_not_exist_cannot_be_embedded(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await filled.Site()).Http.GetAsync(path)).StatusCode);

    [Fact]
    public async Task Only_embedded_pages_may_be_framed_by_others()
    {
        var http = (await filled.Site()).Http;
        var embedded = await http.GetAsync("/embed/us/tx/harris-county");
        Assert.Contains("frame-ancestors *", Assert.Single(embedded.Headers.GetValues("Content-Security-Policy")));
        Assert.False(embedded.Headers.Contains("X-Frame-Options"));
        foreach (var path in EveryPageTests.Kinds.Select(row => row.Data).Concat(["/data", "/data/embed", "/data/api", "/embedded", "/editors", "/api/v1/answer?place=94043", "/hsds", "/oembed", "/changes.atom"]))
        {
            var other = await http.GetAsync(path);
            Assert.Contains("frame-ancestors 'none'", Assert.Single(other.Headers.GetValues("Content-Security-Policy")));
            Assert.Equal("DENY", Assert.Single(other.Headers.GetValues("X-Frame-Options")));
        }
    }

    [Theory]
    [InlineData("94043", "/embed/us/ca/santa-clara-county?situation=sextortion&lang=es")]
    [InlineData("Texas", "/embed/us/tx?situation=sextortion&lang=es")]
    public async Task The_builder_makes_one_line_that_leads_to_the_place(string typed, string path)
    {
        var page = await filled.Page($"/data/embed?q={typed}&situation=sextortion&lang=es");
        var line = page.QuerySelector("#snippet")!.TextContent;
        Assert.StartsWith("<iframe ", line);
        Assert.Contains(WebUtility.HtmlEncode(path), line);
        Assert.DoesNotContain('\n', line);
        Assert.Equal(path, page.QuerySelector("iframe")!.GetAttribute("src"));
    }

    [Fact]
    public async Task The_builder_asks_which_place_is_meant_and_each_choice_leads_to_a_line()
    {
        var choices = (await filled.Page("/data/embed?q=Springfield")).QuerySelectorAll(".choices a").Take(5).ToArray();
        Assert.True(choices.Length > 1);
        foreach (var choice in choices)
            Assert.NotNull((await filled.Page(choice.GetAttribute("href")!)).QuerySelector("#snippet"));
    }

    [Fact]
    public async Task The_builder_says_what_is_wrong() =>
        Assert.Contains("No place with this name", (await filled.Page("/data/embed?q=qqqqzzzz")).Text(".problem"));

    [Fact]
    public async Task OEmbed_describes_the_page_that_a_county_page_points_to()
    {
        var http = (await filled.Site()).Http;
        var discovery = (await filled.Page("/us/tx/harris-county")).QuerySelector("link[type='application/json+oembed']")!.GetAttribute("href")!;
        using var body = JsonDocument.Parse(await http.GetStringAsync(discovery + "&maxwidth=400&maxheight=300"));
        var described = body.RootElement;
        Assert.Equal("1.0", described.GetProperty("version").GetString());
        Assert.Equal("rich", described.GetProperty("type").GetString());
        Assert.Equal(400, described.GetProperty("width").GetInt32());
        Assert.Equal(300, described.GetProperty("height").GetInt32());
        Assert.Contains("/embed/us/tx/harris-county\"", described.GetProperty("html").GetString());
    }

    [Theory]
    [InlineData("/us", "/embed/us", "Where to report in United States")]
    [InlineData("/us/tx", "/embed/us/tx", "Where to report in Texas")]
    [InlineData("/es/us/tx/harris-county/sextortion", "/embed/us/tx/harris-county?situation=sextortion&lang=es", "Dónde denunciar en Harris County, Texas")]
    [InlineData("/world/de/sextortion", "/embed/world/de?situation=sextortion", "Where to report in Germany")]
    [InlineData("/es/us/tx?situation=sextortion", "/embed/us/tx?situation=sextortion&lang=es", "Dónde denunciar en Texas")]
    [InlineData("/embed/us/tx/harris-county?situation=sextortion&lang=es", "/embed/us/tx/harris-county?situation=sextortion&lang=es", "Dónde denunciar en Harris County, Texas")]
    public async Task Any_pasted_address_of_a_place_becomes_its_embedded_page_in_its_own_language(string pasted, string path, string title)
    {
        var site = await filled.Site();
        var query = "/oembed?url=" + Uri.EscapeDataString(site.Address.GetLeftPart(UriPartial.Authority) + pasted);
        var response = await site.Http.GetAsync(query);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        var json = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(title, json.GetProperty("title").GetString());
        var frame = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(json.GetProperty("html").GetString()!).QuerySelector("iframe")!;
        Assert.Equal((path, title), (new Uri(frame.GetAttribute("src")!).PathAndQuery, frame.GetAttribute("title")));
        Assert.Equal(HttpStatusCode.OK, (await site.Http.GetAsync(path)).StatusCode);

        var xml = await site.Http.GetAsync(query + "&format=xml");
        Assert.Equal("text/xml", xml.Content.Headers.ContentType?.MediaType);
        var root = System.Xml.Linq.XDocument.Parse(await xml.Content.ReadAsStringAsync()).Root!;
        Assert.Equal("oembed", root.Name.LocalName);
        Assert.Equal(json.EnumerateObject().Select(field => (field.Name, field.Value.ToString())), root.Elements().Select(field => (field.Name.LocalName, field.Value)));
    }

    [Theory]
    [InlineData("/oembed", HttpStatusCode.NotFound)]
    [InlineData("/oembed?url=https%3A%2F%2Felsewhere.example%2Fus%2Ftx", HttpStatusCode.NotFound)]
    [InlineData("/oembed?url=x&format=yaml", HttpStatusCode.NotImplemented)]
    [InlineData("/oembed?url=x&maxheight=0", HttpStatusCode.BadRequest)]
    [InlineData("/oembed?url=x&maxwidth=wide", HttpStatusCode.BadRequest)]
    public async Task OEmbed_refuses_plainly_what_it_does_not_know(string path, HttpStatusCode status)
    {
        var response = await (await filled.Site()).Http.GetAsync(path);
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("/us/tx/harris-county/nothing")]
    [InlineData("/us/tx/harris-county?situation=nothing")]
    [InlineData("/us/zz")]
    [InlineData("/world/us")]
    [InlineData("/about")]
    [InlineData("/us/tx/harris-county/sextortion/more")]
    public async Task OEmbed_knows_no_page_that_is_not_of_a_place(string pasted)
    {
        var site = await filled.Site();
        Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync("/oembed?url=" + Uri.EscapeDataString(site.Address.GetLeftPart(UriPartial.Authority) + pasted))).StatusCode);
    }
}
