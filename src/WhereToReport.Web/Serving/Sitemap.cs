using System.Text;
using System.Xml;
using WhereToReport.Domain;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Serving;

/// <summary><c>/sitemap.xml</c> lists every page that a search engine should know, in both languages; <c>/robots.txt</c> points to it.</summary>
public static class Sitemap
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly string[] s_pages = ["/", "/us", "/situations", "/schools", "/task-forces", "/learn", "/about", "/privacy", "/accessibility"];

    public static void MapSitemap(this WebApplication app)
    {
        app.MapGet("/robots.txt", (HttpRequest request) =>
            TypedResults.Text($"User-agent: *\nDisallow: /find\nDisallow: /es/find\nSitemap: {PublicAddress.Of(request)}/sitemap.xml\n"));
        app.MapGet("/sitemap.xml", (HttpRequest request, DirectorySnapshot directory) =>
            TypedResults.Bytes(Xml(PublicAddress.Of(request), directory), "application/xml"));
    }

    private static byte[] Xml(string site, DirectorySnapshot directory)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("urlset", Namespace);
            foreach (var path in Paths(directory))
            {
                foreach (var language in Enum.GetValues<Language>())
                {
                    xml.WriteStartElement("url", Namespace);
                    xml.WriteElementString("loc", Namespace, site + PageLanguage.To(language, path));
                    xml.WriteEndElement();
                }
            }
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static IEnumerable<string> Paths(DirectorySnapshot directory) =>
        s_pages
            .Concat(directory.Places.States.Select(state => state.Path))
            .Concat(directory.Places.States.SelectMany(directory.Places.CountiesOf).Select(county => county.Path))
            .Concat(directory.Channels.Select(channel => $"/channels/{channel.Id}"))
            .Concat(directory.Facts.Situations.Select(situation => situation.Path))
            .Concat(directory.Facts.Duties.Select(duty => $"/schools/{duty.State.ToLowerInvariant()}"))
            .Concat(directory.Facts.LearnPages.Select(page => $"/learn/{page.Slug}").Distinct());
}
