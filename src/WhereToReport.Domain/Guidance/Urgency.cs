using System.Text.RegularExpressions;

namespace WhereToReport.Domain.Guidance;

/// <summary>How soon a deadline asks for a report, as far as its words name a time.</summary>
public static partial class Urgency
{
    private const int HoursOfADay = 24;

    /// <summary>Hours: 0 for "right away", else the first limit that the English words name; null where they name none ("promptly", "if you are asked for one").</summary>
    public static int? Hours(Bilingual deadline)
    {
        if (deadline.En.StartsWith("Right away", StringComparison.Ordinal))
            return 0;
        return Limit().Match(deadline.En) is { Success: true } limit
            ? int.Parse(limit.Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) * (limit.Groups["days"].Success ? HoursOfADay : 1)
            : null;
    }

    [GeneratedRegex(@"\b(?<number>[0-9]{1,3}) (hours?|(?<days>days?))\b")]
    private static partial Regex Limit();
}
