using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Options;
using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Places;
using WhereToReport.Testing;
using WhereToReport.Web.Maps;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Tests.Pages;

public class NearbyTests(FilledSite filled)
{
    [Theory]
    [InlineData("", "37.39", "-122.08", "", "/us/ca/santa-clara-county")]
    [InlineData("", "37.39", "-122.08", "sextortion", "/us/ca/santa-clara-county/sextortion")]
    [InlineData("/es", "37.39", "-122.08", "sextortion", "/es/us/ca/santa-clara-county/sextortion")]
    [InlineData("", "37.39", "-122.08", "no-such-thing", "/us/ca/santa-clara-county")]
    [InlineData("", "13.47", "144.75", "", "/us/gu/guam")]
    [InlineData("", "43.65", "-79.38", "", "/world/ca")]
    public async Task A_location_leads_to_the_page_of_its_county(string language, string latitude, string longitude, string situation, string page)
    {
        var response = await Send(await filled.Site(), new() { ["latitude"] = latitude, ["longitude"] = longitude, ["within"] = "0", ["situation"] = situation }, language);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(page, response.Headers.Location!.ToString());
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Null(response.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, (await (await filled.Site()).Http.GetAsync(page)).StatusCode);
    }

    [Fact]
    public async Task Near_a_line_between_different_answers_it_asks_which_and_keeps_the_situation()
    {
        var page = await Page(new() { ["latitude"] = "39.10", ["longitude"] = "-94.61", ["situation"] = "sextortion" }, HttpStatusCode.OK);
        Assert.Contains("near the line between", page.Text(".lead"));
        var choices = page.QuerySelectorAll("main .choices a").Select(link => link.GetAttribute("href")!).ToArray();
        Assert.Contains("/us/mo/jackson-county/sextortion", choices);
        Assert.Contains("/us/ks/wyandotte-county/sextortion", choices);
    }

    [Fact]
    public async Task On_the_other_bank_of_the_river_the_other_country_is_a_choice()
    {
        var page = await Page(new() { ["latitude"] = "31.76", ["longitude"] = "-106.49" }, HttpStatusCode.OK);
        Assert.NotNull(page.QuerySelector("main .choices a[href='/us/tx/el-paso-county']"));
        Assert.NotNull(page.QuerySelector("main .choices a[href='/world/mx']"));
    }

    [Fact]
    public async Task Near_a_line_between_counties_with_one_answer_nobody_is_asked()
    {
        var directory = RealDirectory.Snapshot;
        var outlines = new Borders(Options.Create(new DirectoryOptions { BundledData = Repository.Data })).Outlines;
        var (zip, nearest) = directory.Facts.Gazetteer.ZipCodes.Where(zip => zip is { State: "CA", Latitude: not null })
            .Select(zip => (zip, Match: outlines.Locate(Whereabouts.Of(zip.Latitude!.Value, zip.Longitude!.Value, 0)!, directory.Places) as PlaceMatch.Several))
            .Where(near => near.Match is not null && directory.Finder.Find(near.Match) is Outcome.Answered)
            .Select(near => (near.zip, near.Match!.Choices[0].Place)).First();
        var response = await Send(await filled.Site(), new() { ["latitude"] = FormattableString.Invariant($"{zip.Latitude:0.00}"), ["longitude"] = FormattableString.Invariant($"{zip.Longitude:0.00}") });
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(nearest.Path, response.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/es")]
    public async Task Outside_the_United_States_it_says_so_and_shows_the_way(string language)
    {
        var page = await Page(new() { ["latitude"] = "51.50", ["longitude"] = "-0.12", ["situation"] = "sextortion" }, HttpStatusCode.NotFound, language);
        Assert.Contains(language.Length > 0 ? "fuera de Estados Unidos" : "outside the United States", page.Text("h1"));
        Assert.NotNull(page.QuerySelector($"main a[href='{language}/world?situation=sextortion']"));
        Assert.NotNull(page.QuerySelector("form[role=search]"));
        Assert.NotNull(page.QuerySelector("a[href='tel:911']"));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("", "", "")]
    [InlineData("north", "west", "0")]
    [InlineData("37,39", "-122,08", "0")]
    [InlineData("NaN", "0", "0")]
    [InlineData("1e1", "0", "0")]
    [InlineData("90.01", "0", "0")]
    [InlineData("37.39", "180.01", "0")]
    [InlineData("37.39", "-122.08", "11")]
    [InlineData("37.39", "-122.08", "-1")]
    [InlineData("37.39", "-122.08", "much")]
    public async Task What_is_no_place_is_refused_with_a_sentence_and_the_box(string? latitude, string? longitude, string? within)
    {
        var sent = new Dictionary<string, string?> { ["latitude"] = latitude, ["longitude"] = longitude, ["within"] = within };
        var page = await Page(sent.Where(field => field.Value is not null).ToDictionary(field => field.Key, field => field.Value!), HttpStatusCode.BadRequest);
        Assert.Contains("could not read where you are", page.Text("h1"));
        Assert.NotNull(page.QuerySelector("form[role=search]"));
    }

    [Fact]
    public async Task Too_much_is_refused() =>
        await Page(new() { ["latitude"] = "37.39", ["longitude"] = "-122.08", ["situation"] = new string('x', 5000) }, HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_location_in_an_address_is_never_taken()
    {
        var site = await filled.Site();
        var posted = await site.Http.PostAsync("/nearby?latitude=37.39&longitude=-122.08", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.BadRequest, posted.StatusCode);
        var got = await site.Http.GetAsync("/es/nearby?latitude=37.39&longitude=-122.08");
        Assert.Equal((HttpStatusCode.Redirect, "/es"), (got.StatusCode, got.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task Without_a_database_and_at_the_poles_it_answers_all_the_same()
    {
        await using var site = await SiteProcess.Start("Host=127.0.0.1;Port=1;Username=nobody;Database=none");
        Assert.Equal("/us/ca/santa-clara-county", (await Send(site, new() { ["latitude"] = "37.39", ["longitude"] = "-122.08" })).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await Send(site, new() { ["latitude"] = "-90", ["longitude"] = "0" })).StatusCode);
    }

    [Fact]
    public async Task No_log_holds_a_location()
    {
        var site = await filled.Site();
        await Send(site, new() { ["latitude"] = "38.58", ["longitude"] = "-121.49" });
        Assert.Contains(site.Marks.Found("somebody at 38.58"), mark => mark.Value == "form");
        Assert.Empty(site.Marks.Found(site.Output));
        Assert.DoesNotContain("nearby", site.Output);
    }

    [Fact]
    public async Task What_the_scripts_say_comes_in_the_language_of_the_page_and_can_be_kept()
    {
        var site = await filled.Site();
        var words = new List<JsonElement>();
        foreach (var path in new[] { "/words.js", "/es/words.js" })
        {
            var response = await site.Http.GetAsync(path);
            Assert.Equal("text/javascript", response.Content.Headers.ContentType?.MediaType);
            Assert.True(response.Headers.CacheControl!.Public);
            var script = await response.Content.ReadAsStringAsync();
            words.Add(JsonElement.Parse(script["export default ".Length..script.LastIndexOf(';')]));
        }
        Assert.Equal("Places", words[0].GetProperty("places").GetString());
        Assert.Equal("Lugares", words[1].GetProperty("places").GetString());
        Assert.All(words[0].EnumerateObject(), word => Assert.NotEqual(word.Value.GetString(), words[1].GetProperty(word.Name).GetString()));
    }

    [Fact]
    public async Task Suggestions_are_kept_by_the_browser()
    {
        var kept = (await (await filled.Site()).Http.GetAsync("/api/v1/places?q=santa&limit=6")).Headers;
        Assert.True(kept.CacheControl is { Public: true, MaxAge.TotalSeconds: >= 60 });
        Assert.NotNull(kept.ETag);
    }

    private async Task<IDocument> Page(Dictionary<string, string> fields, HttpStatusCode status, string language = "")
    {
        var response = await Send(await filled.Site(), fields, language);
        Assert.Equal(status, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStreamAsync());
    }

    private static Task<HttpResponseMessage> Send(SiteProcess site, Dictionary<string, string> fields, string language = "") =>
        site.Http.PostAsync(language + "/nearby", new FormUrlEncodedContent(fields));
}
