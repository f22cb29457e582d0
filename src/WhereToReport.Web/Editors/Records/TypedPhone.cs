using PhoneNumbers;

namespace WhereToReport.Web.Editors.Records;

/// <summary>Phone numbers as people write them.</summary>
public static class TypedPhone
{
    private const string HomeRegion = "US";

    /// <summary>The number in E.164 with the extension that was typed after it; what is no number stays as it was typed, for the rules to refuse.</summary>
    public static (string Number, string? Extension) Read(string typed)
    {
        var numbering = PhoneNumberUtil.GetInstance();
        try
        {
            var number = numbering.Parse(typed, HomeRegion);
            return numbering.IsValidNumber(number)
                ? (numbering.Format(number, PhoneNumberFormat.E164), number.HasExtension ? number.Extension : null)
                : (typed.Trim(), null);
        }
        catch (NumberParseException)
        {
            return (typed.Trim(), null);
        }
    }
}
