using PhoneNumbers;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;

namespace WhereToReport.Web.Contacts;

/// <summary>From where a number can be dialled, as far as its type in the numbering plan says.</summary>
public enum Reach
{
    Anywhere,

    /// <summary>A toll-free number, or one that the plan keeps inside: it may not work from other countries.</summary>
    PerhapsNotFromAbroad,

    /// <summary>A short code, or a number that is known only as people dial it inside the country.</summary>
    InsideOnly,
}

/// <summary>A number as people dial it inside its country, as they dial it from others, and whether that works.</summary>
public sealed record Dialling(string Local, string? International, Reach Reach)
{
    /// <param name="phone">The number.</param>
    /// <param name="country">The country of its channel.</param>
    public static Dialling Of(Phone phone, Country country)
    {
        var numbering = PhoneNumberUtil.GetInstance();
        if (!phone.Number.StartsWith('+'))
        {
            return numbering.IsPossibleNumber(phone.Number, country.Code) && numbering.Parse(phone.Number, country.Code) is var printed && numbering.IsValidNumber(printed)
                ? new(numbering.Format(printed, PhoneNumberFormat.NATIONAL), null, Reach.InsideOnly)
                : new(phone.Number, null, Reach.InsideOnly);
        }
        var number = numbering.Parse(phone.Number, null);
        var kept = numbering.GetNumberType(number) == PhoneNumberType.TOLL_FREE || !numbering.CanBeInternationallyDialled(number);
        return new(
            number.CountryCode == 1 ? PhoneFormat.Display(phone) : numbering.Format(number, PhoneNumberFormat.NATIONAL),
            numbering.Format(number, PhoneNumberFormat.INTERNATIONAL),
            kept ? Reach.PerhapsNotFromAbroad : Reach.Anywhere);
    }

    /// <summary>True for a number that the numbering plan of the country keeps for emergencies.</summary>
    public static bool IsEmergency(Phone phone, Country country) =>
        !phone.Number.StartsWith('+') && ShortNumberInfo.GetInstance().IsEmergencyNumber(phone.Number, country.Code);

    /// <summary>The emergency numbers of a country that a published source names, each with the channel whose sources name it.</summary>
    public static IReadOnlyList<(Phone Phone, Channel Channel)> Emergencies(DirectorySnapshot directory, Country country) =>
    [
        .. directory.Coverage.Covering(country)
            .SelectMany(covering => covering.Channel.Phones, (covering, phone) => (phone, covering.Channel))
            .Where(named => IsEmergency(named.phone, country))
            .DistinctBy(named => named.phone.Number)
            .OrderBy(named => named.phone.Number, StringComparer.Ordinal),
    ];
}
