using System.Globalization;
using System.Text;

namespace WhereToReport.Domain.Places;

/// <summary>Makes place names comparable: case, accents, punctuation, spaces and common short forms do not matter.</summary>
public static class PlaceText
{
    /// <summary>Longest text that is looked up, in characters; longer input is refused by the pages and the API.</summary>
    public const int MaxLength = 100;

    /// <summary>Abbreviations that stand for one word only; USPS Publication 28 has most of them.</summary>
    private static readonly Dictionary<string, string> s_longForms = new()
    {
        ["st"] = "saint",
        ["ste"] = "sainte",
        ["ft"] = "fort",
        ["mt"] = "mount",
        ["n"] = "north",
        ["no"] = "north",
        ["s"] = "south",
        ["so"] = "south",
        ["e"] = "east",
        ["w"] = "west",
        ["hts"] = "heights",
        ["spg"] = "spring",
        ["spgs"] = "springs",
        ["bch"] = "beach",
        ["jct"] = "junction",
        ["ctr"] = "center",
    };

    /// <summary>Lower case, no accents, no punctuation, single spaces.</summary>
    public static string Normalize(string text) => string.Join(' ', Words(text));

    /// <summary>The words of <see cref="Normalize"/>.</summary>
    public static string[] Words(string text) => Letters(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Like <see cref="Normalize"/>, with abbreviations written out: "N. Las Vegas" becomes <c>north las vegas</c>.</summary>
    public static string SpelledOut(string text) => string.Join(' ', LongWords(text));

    /// <summary>What is the same for every way to write a name: "Ft. Wayne" and "Fort Wayne", "DeKalb" and "De Kalb", "O'Fallon" and "Ofallon".</summary>
    public static string Key(string text) => string.Concat(LongWords(text));

    /// <summary>The keys under which a name is looked up: its own, and one for "pt", which is short for both port and point.</summary>
    public static IEnumerable<string> Keys(string name)
    {
        var words = LongWords(name);
        yield return string.Concat(words);
        if (Array.Exists(words, IsPt))
            yield return string.Concat(words.Select(word => IsPt(word) ? "pt" : word));
    }

    /// <summary>A name as it stands in an address: <c>Doña Ana County</c> becomes <c>dona-ana-county</c>.</summary>
    public static string Slug(string name) => string.Join('-', Words(name));

    private static string[] LongWords(string text)
    {
        var words = Words(text);
        for (var at = 0; at < words.Length && words.Length > 1; at++)
        {
            // Not a word alone ("MT" is Montana), nor one of several letters ("N.J.").
            if ((words[at].Length > 1 || at + 1 < words.Length && words[at + 1].Length > 1) && s_longForms.TryGetValue(words[at], out var longForm))
                words[at] = longForm;
        }
        return words;
    }

    private static bool IsPt(string word) => word is "port" or "point";

    // Compatibility forms (full-width digits) become plain ones; marks and invisible characters go.
    private static string Letters(string text)
    {
        var plain = new StringBuilder(text.Length);
        Span<char> letter = stackalloc char[2];
        foreach (var rune in (Ascii.IsValid(text) ? text : WellFormed(text).Normalize(NormalizationForm.FormKD)).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format || IsApostrophe(rune.Value))
                continue;
            if (Rune.IsLetterOrDigit(rune))
                plain.Append(letter[..Rune.ToLowerInvariant(rune).EncodeToUtf16(letter)]);
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
}
