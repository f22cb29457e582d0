using System.Globalization;
using System.Text;

namespace WhereToReport.Domain.Places;

/// <summary>Makes place names comparable: case, accents, punctuation, spaces and common short forms do not matter.</summary>
public static class PlaceText
{
    /// <summary>Longest text that is looked up, in characters; longer input is refused by the pages and the API.</summary>
    public const int MaxLength = 100;

    /// <summary>Lower case, no accents, no punctuation, single spaces, "saint" as "st", "fort" as "ft", "mount" as "mt", "O'Fallon" as "ofallon".</summary>
    public static string Normalize(string text) => string.Join(' ', Words(text));

    /// <summary>The words of <see cref="Normalize"/>.</summary>
    public static string[] Words(string text)
    {
        var words = Letters(text).Replace(" o ", " o", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
            words[i] = ShortForm(words[i]);
        return words is ["o", var name, .. var others] ? ["o" + name, .. others] : words;
    }

    /// <summary>A name as it stands in an address: <c>Doña Ana County</c> becomes <c>dona-ana-county</c>.</summary>
    public static string Slug(string name) =>
        string.Join('-', Letters(name).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Letters(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark || IsApostrophe(rune.Value))
                continue;
            if (Rune.IsLetterOrDigit(rune))
                plain.Append(Rune.ToLowerInvariant(rune).ToString());
            else
                plain.Append(' ');
        }
        return plain.ToString();
    }

    // String.Normalize throws on a lone surrogate, which any visitor can send.
    private static string WellFormed(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune.ToString());
        return whole.ToString();
    }

    // The apostrophes people type and the ʻokina of Hawaiian names.
    private static bool IsApostrophe(int codePoint) => codePoint is '\'' or '`' or 0x2018 or 0x2019 or 0x02BB or 0x02BC;

    private static string ShortForm(string word) => word switch
    {
        "saint" => "st",
        "sainte" => "ste",
        "fort" => "ft",
        "mount" => "mt",
        _ => word,
    };
}
