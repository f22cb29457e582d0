using System.Text.Json;
using AngleSharp.Dom;
using WhereToReport.Testing;
using WhereToReport.Web.Tests.Pages;

namespace WhereToReport.Web.Tests.Discovery;

public class LinkedDataTests(FilledSite filled)
{
    // The properties that schema.org gives each type, its own and those of the types above it, as far as this site uses them.
    // "query-input" is Google's addition for SearchAction.
    private static readonly Dictionary<string, string[]> s_words = new()
    {
        ["WebSite"] = ["name", "url", "inLanguage", "potentialAction"],
        ["SearchAction"] = ["target", "query-input"],
        ["BreadcrumbList"] = ["itemListElement"],
        ["ListItem"] = ["position", "name", "item"],
        ["Article"] = ["headline", "description", "inLanguage", "dateModified", "image", "author", "publisher", "citation"],
        ["Service"] = ["url", "name", "description", "provider", "areaServed", "availableChannel"],
        ["ServiceChannel"] = ["serviceUrl", "servicePhone", "availableLanguage"],
        ["ContactPoint"] = ["telephone", "contactType", "availableLanguage"],
        ["Organization"] = ["name", "url"],
        ["NGO"] = ["name", "url"],
        ["GovernmentOrganization"] = ["name", "url"],
    };

    [Fact]
    public async Task Only_words_of_schema_org_are_spoken()
    {
        var paths = RealDirectory.Snapshot.Channels.Select(channel => "/channels/" + channel.Id)
            .Concat(["/", "/es", "/us/ca", "/us/ca/santa-clara-county/sextortion", "/learn/sextortion", "/world/gb", "/schools/tx", "/situations/sextortion"]);
        foreach (var path in paths)
        {
            var script = JsonElement.Parse((await filled.Page(path)).QuerySelector("script[type='application/ld+json']")!.TextContent);
            Assert.Equal("https://schema.org", script.GetProperty("@context").GetString());
            AssertSpoken(script.GetProperty("@graph"));
        }
    }

    private static void AssertSpoken(JsonElement said)
    {
        if (said.ValueKind == JsonValueKind.Array)
        {
            foreach (var thing in said.EnumerateArray())
                AssertSpoken(thing);
        }
        if (said.ValueKind != JsonValueKind.Object)
            return;
        var words = s_words[said.GetProperty("@type").GetString()!];
        foreach (var property in said.EnumerateObject().Where(property => !property.Name.StartsWith('@')))
        {
            Assert.Contains(property.Name, words);
            AssertSpoken(property.Value);
        }
    }

    [Fact]
    public async Task A_place_page_tells_the_way_to_it()
    {
        var page = await filled.Page("/es/us/ca/santa-clara-county");
        var way = Thing(page, "BreadcrumbList").GetProperty("itemListElement").EnumerateArray().ToArray();
        Assert.Equal(
            page.QuerySelectorAll(".crumbs a").Select(link => link.GetAttribute("href")!).Append("/es/us/ca/santa-clara-county"),
            way.Select(item => new Uri(item.GetProperty("item").GetString()!).AbsolutePath));
        Assert.Equal([1, 2, 3], way.Select(item => item.GetProperty("position").GetInt32()));
    }

    [Fact]
    public async Task Every_channel_is_a_service_with_the_numbers_that_people_see_and_no_other()
    {
        foreach (var channel in RealDirectory.Snapshot.Channels)
        {
            var page = await filled.Page($"/channels/{channel.Id}");
            var service = Thing(page, "Service");
            Assert.Equal(channel.Name.En, service.GetProperty("name").GetString());
            var ways = service.GetProperty("availableChannel");
            Assert.Equal(
                channel.Phones.Select(phone => phone.Number),
                ways.TryGetProperty("servicePhone", out var phones) ? phones.EnumerateArray().Select(phone => phone.GetProperty("telephone").GetString()!) : []);
            if (ways.TryGetProperty("serviceUrl", out var url))
                Assert.Contains(page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == url.GetString());
        }
    }

    [Fact]
    public async Task Only_who_is_known_to_be_government_is_called_so()
    {
        foreach (var channel in RealDirectory.Snapshot.Channels)
        {
            if (RealDirectory.Snapshot.OperatorOf(channel) is not { } runner)
                continue;
            var type = Thing(await filled.Page($"/channels/{channel.Id}"), "Service").GetProperty("provider").GetProperty("@type").GetString();
            if (runner.Kind is null || runner.Kind.Contains("nonprofit", StringComparison.Ordinal))
                Assert.NotEqual("GovernmentOrganization", type);
        }
        Assert.Equal("GovernmentOrganization", Thing(await filled.Page("/channels/fbi-tips"), "Service").GetProperty("provider").GetProperty("@type").GetString());
        Assert.Equal("NGO", Thing(await filled.Page("/channels/rainn"), "Service").GetProperty("provider").GetProperty("@type").GetString());
    }

    [Fact]
    public async Task Texts_that_explain_say_when_they_were_reviewed()
    {
        foreach (var page in RealDirectory.Facts.LearnPages.Where(page => page.Language == "es"))
            Assert.Equal(page.Reviewed.ToString("O"), Thing(await filled.Page($"/es/learn/{page.Slug}"), "Article").GetProperty("dateModified").GetString());
    }

    [Theory]
    [InlineData("/", "site")]
    [InlineData("/us/tx", "tx")]
    [InlineData("/us/ca/santa-clara-county/sextortion", "ca")]
    [InlineData("/find?q=94043", "ca")]
    public async Task A_link_elsewhere_stands_beside_a_picture_of_the_right_size(string path, string name)
    {
        foreach (var (prefix, language) in new[] { ("", "en"), ("/es", "es") })
        {
            var address = new Uri((await filled.Page(prefix + path)).QuerySelector("meta[property='og:image']")!.GetAttribute("content")!).AbsolutePath;
            Assert.Equal($"/pictures/{language}/{name}.png", address);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/us/tx")]
    [InlineData("/es/us/ca/santa-clara-county/sextortion")]
    [InlineData("/es/learn/sextortion")]
    public async Task A_page_tells_how_a_link_to_it_looks_elsewhere(string path)
    {
        var page = await filled.Page(path);
        string Told(string property) => page.QuerySelector($"meta[property='og:{property}']")!.GetAttribute("content")!;
        Assert.Equal(page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), Told("url"));
        Assert.StartsWith(Told("title"), page.Title);
        Assert.Equal(page.QuerySelector("meta[name=description]")!.GetAttribute("content"), Told("description"));
        Assert.Equal(("website", "1200", "630"), (Told("type"), Told("image:width"), Told("image:height")));
        Assert.NotEmpty(Told("image:alt"));
    }

    [Fact]
    public async Task Every_state_has_its_picture_in_both_languages()
    {
        var site = await filled.Site();
        foreach (var name in RealDirectory.Snapshot.Places.States.Select(state => state.Code.ToLowerInvariant()).Append("site"))
        {
            foreach (var language in new[] { "en", "es" })
            {
                var picture = await site.Http.GetByteArrayAsync($"/pictures/{language}/{name}.png");
                Assert.Equal([0, 0, 4, 176, 0, 0, 2, 118], picture[16..24]); // 1200 by 630 in the header of a PNG
                Assert.True(picture.Length < 60_000);
            }
        }
    }

    private static JsonElement Thing(IDocument page, string type) =>
        JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement.GetProperty("@graph").EnumerateArray()
            .Single(thing => thing.GetProperty("@type").GetString() == type);
}
