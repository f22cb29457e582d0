using System.Globalization;

namespace WhereToReport.Domain.Places;

/// <summary>
/// The countries and territories of ISO 3166-1 by the continents of UN M49, as the Unicode CLDR has them. Their names come
/// from the CLDR too, by way of .NET, so that nobody types them. The territories of the USA are left out: they are
/// answered as states.
/// </summary>
public static class Countries
{
    private static readonly (string Region, string Codes)[] s_byRegion =
    [
        ("002", "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW"),
        ("019", "AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PM PY SR SV SX TC TT US UY VC VE VG"),
        ("142", "AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE"),
        ("150", "AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA"),
        ("009", "AQ AU CC CK CX FJ FM HM KI MH NC NF NR NU NZ PF PG PN PW SB TK TO TV VU WF WS"),
    ];

    private static readonly Dictionary<string, Country> s_byCode = s_byRegion
        .SelectMany(region => region.Codes.Split(' '), (region, code) => Make(code, region.Region))
        .ToDictionary(country => country.Code);

    /// <summary>Every country, by its code.</summary>
    public static IReadOnlyList<Country> All { get; } = [.. s_byCode.Values.OrderBy(country => country.Code, StringComparer.Ordinal)];

    /// <summary>The continents: UN M49 codes.</summary>
    public static IReadOnlyList<string> Regions { get; } = [.. s_byRegion.Select(region => region.Region)];

    /// <summary>The country of an ISO 3166-1 alpha-2 code in upper case, or null.</summary>
    public static Country? Of(string code) => s_byCode.GetValueOrDefault(code);

    /// <summary>The name of a continent: <c>Africa</c>, <c>África</c>.</summary>
    /// <param name="region">A UN M49 code.</param>
    /// <param name="language">The language of the name.</param>
    public static string RegionName(string region, Language language) => Name(language, region);

    private static Country Make(string code, string region) => new()
    {
        Code = code,
        Name = Name(Language.English, code),
        SpanishName = Name(Language.Spanish, code),
        Alpha3 = new RegionInfo($"{Language.English.Code()}-{code}").ThreeLetterISORegionName,
        Region = region,
    };

    // A region's "native" name is its name in the language that stands before it.
    private static string Name(Language language, string region) => new RegionInfo($"{language.Code()}-{region}").NativeName;
}
