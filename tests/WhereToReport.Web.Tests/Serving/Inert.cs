using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsvHelper;

namespace WhereToReport.Web.Tests.Serving;

/// <summary>Finds text that became more than text: an element, an attribute, a script, a line of a card, a formula.</summary>
internal static partial class Inert
{
    /// <summary>Texts that try to leave every place that a text can stand in.</summary>
    public const string Hostile = "=1+1<script>alert(1)</script>\"'><img src=x onerror=alert(1)><b id=hostile>&lt;{{7*7}}]]>\r\nTEL:+1900\u2028--></title></textarea>";

    /// <summary>What is wrong with an answer; null where all of it is inert.</summary>
    public static async Task<string?> Problem(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (bytes.Length == 0)
            return null;
        if (!answer.Headers.TryGetValues("X-Content-Type-Options", out var sniffing) || sniffing.Single() != "nosniff")
            return "may be sniffed";
        if (answer.Headers.Concat(answer.Content.Headers).Any(header => header.Value.Any(value => value.Contains('<'))) && !answer.Headers.Contains("Link"))
            return "has an angle bracket in a header";
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        return answer.Content.Headers.ContentType?.MediaType switch
        {
            "text/html" => InHtml(text),
            "application/json" or "application/problem+json" or "application/json+oembed" => InJson(text),
            "application/x-ndjson" => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(InJson).FirstOrDefault(problem => problem is not null),
            "text/csv" => InCsv(new StringReader(text)),
            "text/vcard" => InCards(text),
            "application/xml" or "text/xml" or "image/svg+xml" or "application/atom+xml" => InXml(text),
            "application/zip" => InZip(bytes),
            "text/plain" or "text/css" or "text/javascript" or "image/png" or "application/manifest+json" or null => null,
            var other => $"has the unknown type {other}",
        };
    }

    private static string? InHtml(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        if (page.QuerySelector("script:not([src]):not([type='application/ld+json']), img[src='x'], #hostile, style, [style], base, object, embed, meta[http-equiv]") is { } element)
            return $"holds {element.OuterHtml}";
        if (page.All.SelectMany(each => each.Attributes).FirstOrDefault(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)) is { } handler)
            return $"holds {handler.Name}={handler.Value}";
        if (page.QuerySelectorAll("[href], [src], [action], [formaction]").FirstOrDefault(LeadsAstray) is { } link)
            return $"leads astray: {link.OuterHtml}";
        return page.QuerySelectorAll("script[type='application/ld+json']").Select(data => InJson(data.TextContent)).FirstOrDefault(problem => problem is not null);
    }

    private static bool LeadsAstray(IElement element) => new[] { "href", "src", "action", "formaction" }
        .Select(name => element.GetAttribute(name)?.TrimStart())
        .Any(address => address is not null && !Address().IsMatch(address));

    private static string? InJson(string text)
    {
        try
        {
            JsonElement.Parse(text);
            return null;
        }
        catch (JsonException broken)
        {
            return $"is no JSON: {broken.Message}";
        }
    }

    private static string? InCsv(TextReader text)
    {
        using var csv = new CsvParser(text, CultureInfo.InvariantCulture);
        while (csv.Read())
        {
            if (csv.Record!.FirstOrDefault(cell => cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !Harmless().IsMatch(cell)) is { } formula)
                return $"holds the formula {formula}";
        }
        return null;
    }

    private static string? InCards(string text) =>
        text.Replace("\r\n ", "").Split("\r\n", StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(line => !CardLine().IsMatch(line) || line.StartsWith("TEL:+1900", StringComparison.Ordinal)) is { } line
            ? $"holds the line {line}"
            : null;

    private static string? InXml(string text)
    {
        try
        {
            return XDocument.Parse(text).Descendants().FirstOrDefault(element => element.Name.LocalName is "script" or "img") is { } element ? $"holds {element}" : null;
        }
        catch (System.Xml.XmlException broken)
        {
            return $"is no XML: {broken.Message}";
        }
    }

    private static string? InZip(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var table in zip.Entries.Where(entry => entry.Name.EndsWith(".csv", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(table.Open());
            if (InCsv(text) is { } problem)
                return $"{table.Name} {problem}";
        }
        return null;
    }

    [GeneratedRegex("^(https?:|tel:|sms:|mailto:|otpauth:|/|#|\\?|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    // Phone numbers, and numbers, cannot call anything.
    [GeneratedRegex(@"^[+-][0-9][0-9. -]*\z")]
    private static partial Regex Harmless();

    [GeneratedRegex(@"^(BEGIN|VERSION|KIND|UID|FN|ORG|((phone[0-9]+|text)\.)?TEL|(phone[0-9]+|text)\.X-ABLABEL|EMAIL|URL|LANG|NOTE|SOURCE|REV|END)[;:]")]
    private static partial Regex CardLine();
}
