using PhoneNumbers;
using WhereToReport.Domain.Channels;

namespace WhereToReport.Web.Contacts;

/// <summary>How a phone number is shown and dialled.</summary>
public static class PhoneFormat
{
    /// <summary>
    /// For people: <c>1-800-843-5678</c> for toll-free and <c>408-277-8900</c> for other numbers of the USA, international form
    /// for other countries, digits as they stand for short codes.
    /// </summary>
    public static string Display(Phone phone) =>
        Display(phone.Number) + (phone.Extension is { } extension ? $" ext. {extension}" : "");

    /// <inheritdoc cref="Display(Phone)"/>
    public static string Display(string number)
    {
        if (number is ['+', '1', .. { Length: 10 } local])
        {
            var grouped = $"{local[..3]}-{local[3..6]}-{local[6..]}";
            return IsTollFree(local) ? "1-" + grouped : grouped;
        }
        if (!number.StartsWith('+'))
            return number;
        var numbering = PhoneNumberUtil.GetInstance();
        return numbering.Format(numbering.Parse(number, null), PhoneNumberFormat.INTERNATIONAL);
    }

    /// <summary>The address that dials it (RFC 3966).</summary>
    public static string Link(Phone phone) =>
        "tel:" + phone.Number + (phone.Extension is { } extension ? $";ext={extension}" : "");

    /// <summary>The address that opens a text message (RFC 5724), with the word to send where one is asked for.</summary>
    public static string Link(TextLine text) =>
        "sms:" + text.To + (text.Body is { } body ? "?body=" + Uri.EscapeDataString(body) : "");

    /// <summary>Digits one by one, so that a screen reader does not read a number as millions.</summary>
    public static string Spoken(Phone phone) => Spoken(Display(phone));

    /// <inheritdoc cref="Spoken(Phone)"/>
    public static string Spoken(string display) => string.Join(' ', display.Replace("+", "plus "));

    // 800, 833, 844, 855, 866, 877, 888
    private static bool IsTollFree(string local) => local[..3] == "800" || local[0] == '8' && local[1] == local[2] && local[1] is >= '3' and <= '8';
}
