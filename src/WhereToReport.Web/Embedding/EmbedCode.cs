using System.Text.Encodings.Web;
using WhereToReport.Domain;
using WhereToReport.Domain.Places;

namespace WhereToReport.Web.Embedding;

/// <summary>The one line of HTML that carries a place's contacts into another site.</summary>
/// <param name="Site">The site's address without a slash at the end.</param>
/// <param name="Path">The path of the embedded page, with its query.</param>
/// <param name="Title">What a screen reader says of the frame.</param>
/// <param name="Width">A number of pixels, or null for the whole width.</param>
/// <param name="Height">In pixels; a longer page scrolls inside its frame.</param>
public sealed record EmbedCode(string Site, string Path, string Title, int? Width = null, int Height = EmbedCode.UsualHeight)
{
    public const int UsualHeight = 640;

    /// <summary>The path of a place's embedded page, with its query.</summary>
    public static string PathOf(Place place, string? situation, Language language)
    {
        string?[] query = [situation is null ? null : $"situation={Uri.EscapeDataString(situation)}", language == Language.English ? null : $"lang={language.Code()}"];
        var asked = string.Join('&', query.OfType<string>());
        return $"/embed{place.Path}{(asked.Length == 0 ? "" : "?" + asked)}";
    }

    /// <summary>Nothing about the page around it is sent along, and it is fetched only when it comes into view.</summary>
    public string Html =>
        $"<iframe src=\"{Encode(Site + Path)}\" title=\"{Encode(Title)}\" style=\"width:{(Width is { } pixels ? $"{pixels}px" : "100%")};height:{Height}px;border:0\" loading=\"lazy\" referrerpolicy=\"no-referrer\"></iframe>";

    private static string Encode(string value) => HtmlEncoder.Default.Encode(value);
}
