using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.Localization;
using WhereToReport.Domain;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Embedding;

/// <summary>What oEmbed (oembed.com, version 1.0) says of a rich page.</summary>
public sealed record OEmbedBody(string Version, string Type, string Title, string ProviderName, string ProviderUrl, int CacheAge, string Html, int Width, int Height);

/// <summary>
/// <c>GET /oembed?url=…[&amp;maxwidth=…][&amp;maxheight=…][&amp;format=json|xml]</c>: sites that know oEmbed turn a pasted address of a
/// place into its embedded page by themselves.
/// </summary>
public static class OEmbed
{
    private const int UsualWidth = 600;
    private const int CacheSeconds = 3600;
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private enum Format
    {
        Json,
        Xml,
    }

    public static void MapOEmbed(this WebApplication app) => app.MapRead("/oembed", Describe).WithMetadata(PublicAnswer.Instance);

    private static IResult Describe(DirectorySnapshot directory, EmbedTitle titles, IStringLocalizer<SiteText> text, HttpRequest request)
    {
        var query = new QueryReader(request.Query);
        var (maxWidth, maxHeight) = (query.Number("maxwidth", int.MaxValue), query.Number("maxheight", int.MaxValue));
        if (query.Problem is { } problem)
            return TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest, title: "The request cannot be understood.");
        var format = query.OneOf("format", Format.Json);
        if (query.Problem is not null)
            return TypedResults.Problem("Ask for format=json or format=xml.", statusCode: StatusCodes.Status501NotImplemented, title: "This format is not spoken here.");
        var site = PublicAddress.Of(request);
        if (EmbedTarget.Of(request.Query["url"], site, directory) is not { } target)
            return TypedResults.Problem($"Give the address of a state, a county or a country, for example {site}/us/tx/harris-county.", statusCode: StatusCodes.Status404NotFound, title: "This address cannot be embedded.");

        var title = titles.Of(target.Place, target.Language);
        var (width, height) = (Math.Min(maxWidth ?? UsualWidth, UsualWidth), Math.Min(maxHeight ?? EmbedCode.UsualHeight, EmbedCode.UsualHeight));
        var code = new EmbedCode(site, EmbedCode.PathOf(target.Place, target.Situation, target.Language), title, width, height);
        var body = new OEmbedBody("1.0", "rich", title, text["Where to Report"], site, CacheSeconds, code.Html, width, height);
        return format == Format.Xml ? TypedResults.Text(Xml(body), "text/xml; charset=utf-8") : TypedResults.Json(body, s_json);
    }

    // The same names as in JSON, one element each.
    private static string Xml(OEmbedBody body) => new XDeclaration("1.0", "utf-8", "yes") + "\n" + new XElement("oembed",
        JsonSerializer.SerializeToElement(body, s_json).EnumerateObject().Select(field => new XElement(field.Name, field.Value.ToString())));
}
