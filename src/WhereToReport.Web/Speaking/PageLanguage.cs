using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using WhereToReport.Domain;
using WhereToReport.Domain.Places;

namespace WhereToReport.Web.Speaking;

/// <summary>The language of the page that is asked for, and links that stay in it. The address decides: <c>/es/…</c> is Spanish.</summary>
/// <param name="Language">The language of the page.</param>
/// <param name="Path">The address of the page without the language prefix, without the query.</param>
/// <param name="Query">The query with its question mark, or empty.</param>
public sealed record PageLanguage(Language Language, string Path, string Query)
{
    private const int LongestQueryToKeep = 400;

    /// <summary>ISO 639-1 code.</summary>
    public string Code => Language.Code();

    public Language Other => Language == Language.Spanish ? Language.English : Language.Spanish;

    /// <summary>The address of a page in this page's language.</summary>
    public string To(string path) => To(Language, path);

    /// <summary>The page of a place, with the situation where there is one.</summary>
    public string To(Place place, string? situation) => To(PathOf(place, situation));

    /// <summary>The address of a place's page without the language prefix, with the situation where there is one.</summary>
    public static string PathOf(Place place, string? situation) => (place, situation) switch
    {
        (_, null) => place.Path,
        (County, _) => $"{place.Path}/{situation}",
        (Country, _) when place != Country.UnitedStates => $"{place.Path}/{situation}",
        _ => $"{place.Path}?situation={Uri.EscapeDataString(situation)}",
    };

    /// <summary>The address of a page in a language.</summary>
    public static string To(Language language, string path) => (language, path) switch
    {
        (Language.English, _) => path,
        (_, "/") => "/es",
        _ => "/es" + path,
    };

    /// <summary>This same page in the other language; a very long query is left behind.</summary>
    public string InOther => To(Other, Path) + (Query.Length <= LongestQueryToKeep ? Query : "");

    /// <summary>The words in this language; English that stands in for missing Spanish is marked as English.</summary>
    public IHtmlContent Say(Bilingual words)
    {
        if (!words.FallsBack(Language))
            return new HtmlContentBuilder().Append(words.In(Language));
        var english = new TagBuilder("span");
        english.Attributes["lang"] = Language.English.Code();
        english.InnerHtml.Append(words.En);
        return english;
    }
}
