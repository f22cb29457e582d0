using System.Text;
using System.Xml;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Serving;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Discovery;

/// <summary>A page that a search engine should know.</summary>
/// <param name="Path">Its address without the language prefix.</param>
/// <param name="Changed">When its facts last changed; null for a page that the program itself holds.</param>
internal sealed record ListedPage(string Path, DateTimeOffset? Changed = null);

/// <summary>
/// <c>/sitemap.xml</c> lists the lists of pages that search engines should know, one for each part of the site; each page
/// stands there in both languages with the time of its last change. <c>/robots.txt</c> points to it.
/// </summary>
public static class Sitemap
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Alternatives = "http://www.w3.org/1999/xhtml";

    private static readonly Dictionary<string, Func<DirectorySnapshot, IEnumerable<ListedPage>>> s_parts = new()
    {
        ["pages"] = directory => new[] { "/", "/us", "/world", "/situations", "/schools", "/task-forces", "/learn", "/data", "/data/embed", "/about", "/privacy", "/accessibility" }
            .Select(path => new ListedPage(path))
            .Concat(directory.Facts.Situations.Select(situation => new ListedPage(situation.Path, directory.ChangedAtOf(situation))))
            .Concat(directory.Facts.LearnPages.GroupBy(page => page.Slug, page => page.Reviewed)
                .Select(page => new ListedPage($"/learn/{page.Key}", page.Max().ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)))),
        ["states"] = directory => directory.Places.States.Select(state => new ListedPage(state.Path, NewestFor(state, directory)))
            .Concat(directory.Facts.Duties.Select(duty => new ListedPage($"/schools/{duty.State.ToLowerInvariant()}", directory.ChangedAtOf(duty)))),
        ["counties"] = directory => directory.Places.States.SelectMany(directory.Places.CountiesOf)
            .Select(county => new ListedPage(county.Path, directory.Coverage.Covering(county).Max(covering => (DateTimeOffset?)directory.ChangedAtOf(covering.Channel)))),
        ["countries"] = directory => Countries.All.Where(country => country != Country.UnitedStates)
            .Select(country => new ListedPage(country.Path, directory.Coverage.Covering(country).Max(covering => (DateTimeOffset?)directory.ChangedAtOf(covering.Channel)))),
        ["channels"] = directory => directory.Channels.Select(channel => new ListedPage($"/channels/{channel.Id}", directory.ChangedAtOf(channel))),
    };

    public static void MapSitemap(this WebApplication app)
    {
        // Answers under /find name the page of their place as the one to list, and what is no answer asks not to be listed: both must be read.
        app.MapRead("/robots.txt", (HttpRequest request) =>
            TypedResults.Text($"User-agent: *\nDisallow: /editors\nSitemap: {PublicAddress.Of(request)}/sitemap.xml\n"));
        app.MapRead("/sitemap.xml", (HttpRequest request, DirectorySnapshot directory) =>
            TypedResults.Bytes(Index(PublicAddress.Of(request), directory), "application/xml")).WithMetadata(PublicAnswer.Instance);
        foreach (var (name, pages) in s_parts)
        {
            app.MapRead($"/sitemaps/{name}.xml", (HttpRequest request, DirectorySnapshot directory) =>
                TypedResults.Bytes(List(PublicAddress.Of(request), pages(directory)), "application/xml")).WithMetadata(PublicAnswer.Instance);
        }
    }

    private static DateTimeOffset? NewestFor(State state, DirectorySnapshot directory) =>
        directory.Coverage.Covering(state, ChannelKind.TaskForce).Concat(directory.Coverage.Covering(state, ChannelKind.ChildProtectionLine))
            .Max(covering => (DateTimeOffset?)directory.ChangedAtOf(covering.Channel));

    private static byte[] Index(string site, DirectorySnapshot directory) => Document("sitemapindex", xml =>
    {
        foreach (var (name, pages) in s_parts)
        {
            xml.WriteStartElement("sitemap", Namespace);
            xml.WriteElementString("loc", Namespace, $"{site}/sitemaps/{name}.xml");
            LastModified(xml, pages(directory).Max(page => page.Changed));
            xml.WriteEndElement();
        }
    });

    private static byte[] List(string site, IEnumerable<ListedPage> pages) => Document("urlset", xml =>
    {
        foreach (var page in pages)
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                xml.WriteStartElement("url", Namespace);
                xml.WriteElementString("loc", Namespace, site + PageLanguage.To(language, page.Path));
                LastModified(xml, page.Changed);
                foreach (var other in Enum.GetValues<Language>())
                    Alternative(xml, other.Code(), site + PageLanguage.To(other, page.Path));
                Alternative(xml, "x-default", site + page.Path);
                xml.WriteEndElement();
            }
        }
    });

    private static void Alternative(XmlWriter xml, string language, string address)
    {
        xml.WriteStartElement("link", Alternatives);
        xml.WriteAttributeString("rel", "alternate");
        xml.WriteAttributeString("hreflang", language);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static byte[] Document(string root, Action<XmlWriter> content)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement(root, Namespace);
            xml.WriteAttributeString("xmlns", "xhtml", null, Alternatives);
            content(xml);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    // W3C date and time, as the sitemap protocol asks.
    private static void LastModified(XmlWriter xml, DateTimeOffset? changed)
    {
        if (changed is { } time)
            xml.WriteElementString("lastmod", Namespace, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }
}
