namespace WhereToReport.Domain;

/// <summary>A language the site is written in; the ISO 639-1 code is its lower-case name in <see cref="Languages"/>.</summary>
public enum Language
{
    English,
    Spanish,
}

public static class Languages
{
    /// <summary>The ISO 639-1 code: <c>en</c> or <c>es</c>.</summary>
    public static string Code(this Language language) => language == Language.Spanish ? "es" : "en";

    /// <summary>The language of an ISO 639-1 code in any case, or null where the site does not speak it.</summary>
    public static Language? FromCode(string? code) => code?.ToLowerInvariant() switch
    {
        "en" => Language.English,
        "es" => Language.Spanish,
        _ => null,
    };
}

/// <summary>
/// A sentence or a name in the site's two languages. <paramref name="Es"/> is null where there is no Spanish form:
/// an official proper name keeps its official form.
/// </summary>
public sealed record Bilingual(string En, string? Es = null)
{
    public string In(Language language) => language == Language.Spanish ? Es ?? En : En;

    /// <summary>The text up to the end of its first sentence, in both languages.</summary>
    public Bilingual FirstSentence() => new(UpToFirstStop(En), Es is null ? null : UpToFirstStop(Es));

    /// <summary>True where <see cref="In"/> falls back to English, so that a page can mark the words with <c>lang="en"</c>.</summary>
    public bool FallsBack(Language language) => language == Language.Spanish && Es is null;

    private static string UpToFirstStop(string text) => text.IndexOf(". ", StringComparison.Ordinal) is var stop and >= 0 ? text[..(stop + 1)] : text;
}
