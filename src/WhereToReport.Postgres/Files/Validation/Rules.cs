using System.Text.RegularExpressions;
using FluentValidation;
using PhoneNumbers;
using WhereToReport.Domain;
using WhereToReport.Domain.Places;

namespace WhereToReport.Postgres.Files.Validation;

/// <summary>The rules that several kinds of records share. Every message says what is allowed.</summary>
internal static partial class Rules
{
    private const int LongestText = 1000;

    public static IRuleBuilderOptions<T, string> IsId<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(id => Id().IsMatch(id)).WithMessage("lower-case letters and digits, joined by single hyphens, at most 80 characters");

    public static IRuleBuilderOptions<T, string?> IsWebAddress<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(url => url is null || WebAddress().IsMatch(url) && Uri.TryCreate(url, UriKind.Absolute, out _))
            .WithMessage("an address that starts with https:// or http://");

    /// <summary>E.164 that the numbering plan knows, or the digits of a short code or of a number dialled as printed in its country.</summary>
    public static IRuleBuilderOptions<T, string> IsPhoneNumber<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(number => Digits().IsMatch(number) || IsKnownInternationally(number))
            .WithMessage("a valid number in E.164 form such as +18008435678, or 2 to 8 digits for a number dialled as printed inside its country");

    public static IRuleBuilderOptions<T, string?> IsEmail<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(email => email is null || Email().IsMatch(email)).WithMessage("an e-mail address");

    public static IRuleBuilderOptions<T, string> IsStateCode<T>(this IRuleBuilder<T, string> rule, IReadOnlySet<string> states) =>
        rule.Must(states.Contains).WithMessage("the USPS code of a state, the district or a territory, such as CA");

    public static IRuleBuilderOptions<T, string> IsCountry<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(code => Countries.Of(code) is not null)
            .WithMessage("an ISO 3166-1 alpha-2 code such as US; a territory of the USA is written as a state");

    public static IRuleBuilderOptions<T, string> IsCountryAbroad<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(code => Countries.Of(code) is { } country && country != Country.UnitedStates)
            .WithMessage("an ISO 3166-1 alpha-2 code of a country outside the USA, such as CA");

    public static IRuleBuilderOptions<T, string> IsIn<T>(this IRuleBuilder<T, string> rule, IReadOnlySet<string> ids, string file) =>
        rule.Must(ids.Contains).WithMessage($"an id that stands in {file}");

    public static IRuleBuilderOptions<T, string> IsFips<T>(this IRuleBuilder<T, string> rule, IReadOnlySet<string> counties) =>
        rule.Must(counties.Contains).WithMessage("the five-digit FIPS code of a county in gazetteer/counties.csv");

    public static IRuleBuilderOptions<T, Bilingual?> IsText<T>(this IRuleBuilder<T, Bilingual?> rule) =>
        rule.Must(text => text is null || IsSentence(text.En) && (text.Es is null || IsSentence(text.Es)))
            .WithMessage($"text of 1 to {LongestText} characters without spaces at its ends");

    /// <summary>True for a short code, and for a number in E.164 form that is valid and has the calling code of the country.</summary>
    public static bool CanBeOf(Country country, string number)
    {
        if (!IsKnownInternationally(number))
            return Digits().IsMatch(number);
        var numbering = PhoneNumberUtil.GetInstance();
        var parsed = numbering.Parse(number, null);
        return numbering.IsValidNumber(parsed) && numbering.GetCountryCodeForRegion(country.Code) == parsed.CountryCode;
    }

    private static bool IsSentence(string text) => text.Length is > 0 and <= LongestText && text == text.Trim();

    private static bool IsKnownInternationally(string number)
    {
        if (!E164().IsMatch(number))
            return false;
        try
        {
            var numbering = PhoneNumberUtil.GetInstance();
            return numbering.IsPossibleNumber(numbering.Parse(number, null));
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    [GeneratedRegex("^(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Id();

    [GeneratedRegex(@"^https?://[^\s]+$")]
    private static partial Regex WebAddress();

    [GeneratedRegex("^[0-9]{2,8}$")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$")]
    private static partial Regex E164();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    private static partial Regex Email();
}
