namespace WhereToReport.Web.Editors;

/// <summary>Says in a few words which browser it is, so that people know their own sessions and devices again.</summary>
internal static class BrowserWords
{
    // The first that stands in the text counts: browsers also carry the names of those they descend from.
    private static readonly (string Mark, string Name)[] s_browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] s_systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Mac OS X", "Mac"), ("Linux", "Linux"),
    ];

    /// <summary>For example <c>Firefox on Windows</c>.</summary>
    public static string Of(string userAgent) =>
        $"{Name(s_browsers, userAgent) ?? "A browser"} on {Name(s_systems, userAgent) ?? "an unknown system"}";

    private static string? Name((string Mark, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(one => userAgent.Contains(one.Mark, StringComparison.Ordinal)).Name;
}
