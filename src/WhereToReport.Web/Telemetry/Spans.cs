using System.Diagnostics;

namespace WhereToReport.Web.Telemetry;

/// <summary>The site's own spans: what a request, or the site itself, waited for outside this process.</summary>
internal static class Spans
{
    public static readonly ActivitySource Source = new("WhereToReport");
}
