using System.Globalization;
using System.Net;
using System.Xml.Linq;
using WhereToReport.Testing;
using WhereToReport.Web.Tests.Pages;

namespace WhereToReport.Web.Tests.Discovery;

public class SitemapTests(FilledSite filled)
{
    private static readonly XNamespace s_sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace s_html = "http://www.w3.org/1999/xhtml";

    [Fact]
    public async Task Robots_lead_to_the_list_of_lists_and_it_to_every_kind_of_page_in_both_languages()
    {
        var site = await filled.Site();
        Assert.Contains("/sitemap.xml\n", await site.Http.GetStringAsync("/robots.txt"));
        var pages = new HashSet<string>();
        foreach (var list in await Lists(site))
            pages.UnionWith(list.Descendants(s_sitemaps + "loc").Select(address => new Uri(address.Value).AbsolutePath));
        foreach (var path in new[] { "/", "/us", "/us/ca", "/us/ca/santa-clara-county", "/us/pr", "/channels/ncmec-cybertipline", "/task-forces", "/about", "/schools/tx", "/learn/sextortion", "/situations/sextortion" })
        {
            Assert.Contains(path, pages);
            Assert.Contains(path == "/" ? "/es" : "/es" + path, pages);
        }
        Assert.DoesNotContain(pages, path => path.StartsWith("/editors", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Times_of_change_are_past_and_a_list_is_as_new_as_its_newest_page()
    {
        var site = await filled.Site();
        var index = XDocument.Parse(await site.Http.GetStringAsync("/sitemap.xml"));
        foreach (var part in index.Root!.Elements())
        {
            var list = XDocument.Parse(await site.Http.GetStringAsync(new Uri(part.Element(s_sitemaps + "loc")!.Value).AbsolutePath));
            var times = list.Descendants(s_sitemaps + "lastmod").Select(Time).ToArray();
            Assert.All(times, time => Assert.True(time <= DateTimeOffset.UtcNow));
            Assert.Equal(times.Max(), Time(part.Element(s_sitemaps + "lastmod")!));
        }
    }

    [Fact]
    public async Task Each_page_names_its_other_language_as_the_page_itself_does()
    {
        var site = await filled.Site();
        foreach (var url in (await Lists(site)).SelectMany(list => list.Root!.Elements()).Where((_, number) => number % 100 == 0))
        {
            var path = new Uri(url.Element(s_sitemaps + "loc")!.Value).AbsolutePath;
            var page = await filled.Page(path);
            Assert.Equal(url.Element(s_sitemaps + "loc")!.Value, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            Assert.Equal(
                url.Elements(s_html + "link").Select(link => (link.Attribute("hreflang")!.Value, link.Attribute("href")!.Value)),
                page.QuerySelectorAll("link[hreflang]").Select(link => (link.GetAttribute("hreflang")!, link.GetAttribute("href")!)));
        }
    }

    [Fact]
    public async Task Assistants_find_a_text_whose_links_all_lead_somewhere()
    {
        var site = await filled.Site();
        var text = await site.Http.GetStringAsync("/llms.txt");
        Assert.StartsWith("# Where to Report\n", text);
        var links = text.Split("](").Skip(1).Select(rest => rest[..rest.IndexOf(')')]).ToArray();
        Assert.True(links.Length > 20);
        foreach (var link in links)
            Assert.Equal((link, HttpStatusCode.OK), (link, (await site.Http.GetAsync(new Uri(link).PathAndQuery)).StatusCode));
    }

    private static async Task<List<XDocument>> Lists(SiteProcess site)
    {
        var lists = new List<XDocument>();
        foreach (var part in XDocument.Parse(await site.Http.GetStringAsync("/sitemap.xml")).Root!.Elements())
            lists.Add(XDocument.Parse(await site.Http.GetStringAsync(new Uri(part.Element(s_sitemaps + "loc")!.Value).AbsolutePath)));
        return lists;
    }

    private static DateTimeOffset Time(XElement element) => DateTimeOffset.Parse(element.Value, CultureInfo.InvariantCulture);
}
