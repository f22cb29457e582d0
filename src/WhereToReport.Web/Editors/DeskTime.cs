using System.Globalization;

namespace WhereToReport.Web.Editors;

/// <summary>Times as the desk writes them. Editors sit in several time zones, so times are UTC and say so.</summary>
public static class DeskTime
{
    /// <summary>For example <c>Nov 23, 2026, 21:11 UTC</c>.</summary>
    public static string Say(DateTimeOffset time) => time.ToUniversalTime().ToString("MMM d, yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
