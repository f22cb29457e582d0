using System.Text.RegularExpressions;

namespace WhereToReport.Domain.Places;

/// <summary>Recognizes postal codes of other countries by their shape, in text as <see cref="PlaceText.Normalize"/> leaves it.</summary>
internal static partial class ForeignPostalCode
{
    /// <summary>The ISO 3166-1 code of the country of a postal code at the end of the text, where only one country writes it so.</summary>
    public static string? CountryAtEnd(string text)
    {
        if (Canadian().IsMatch(text))
            return "CA";
        return British().Match(text) is { Success: true } british
            ? british.Groups["area"].Value switch
            {
                "gy" => "GG",
                "je" => "JE",
                "im" => "IM",
                _ => "GB",
            }
            : null;
    }

    /// <summary>True where the whole text is written as several countries write their postal codes, and as no ZIP code is.</summary>
    public static bool IsLike(string text) => Other().IsMatch(text);

    // M5V 2T6
    [GeneratedRegex("(?:^| )[abceghj-nprstvxy][0-9][abceghj-nprstv-z] ?[0-9][abceghj-nprstv-z][0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex Canadian();

    // SW1A 1AA; the Channel Islands and the Isle of Man have areas of their own.
    [GeneratedRegex("(?:^| )(?<area>[a-z]{1,2})[0-9][0-9a-z]? ?[0-9][abd-hjlnp-uw-z]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex British();

    // 2000 (Australia), 110001 (India), 0010 045 (Japan), 00 950 (Poland), 114 55 (Sweden), 1000 205 (Portugal),
    // 01310 100 (Brazil), 1012 AB (the Netherlands), D02 AF30 (Ireland)
    [GeneratedRegex("^(?:[0-9]{4}|[0-9]{6,8}|[0-9]{2} [0-9]{3}|[0-9]{3} [0-9]{2,4}|[0-9]{4} [0-9]{3}|[0-9]{5} [0-9]{3}|[0-9]{4} ?[a-z]{2}|[a-z][0-9][0-9w] ?[0-9a-z]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Other();
}
