using System.Diagnostics;
using OpenTelemetry;

namespace WhereToReport.Web.Telemetry;

/// <summary>
/// Leaves of a span what says how the site works, and takes away what says something of a visitor. The list names what
/// may stay, so that what a library adds one day does not leave the process unnoticed.
/// </summary>
internal sealed class PlainSpans : BaseProcessor<Activity>
{
    private static readonly HashSet<string> s_kept =
    [
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "network.protocol.version",
        "error.type",
    ];

    public override void OnEnd(Activity span)
    {
        foreach (var (name, _) in span.TagObjects.Where(tag => !s_kept.Contains(tag.Key)).ToArray())
            span.SetTag(name, null);

        // Anybody who asks for a page can send a state along. (Null would mean that of the span around this one.)
        span.TraceStateString = "";
        if (span.Status == ActivityStatusCode.Error)
            span.SetStatus(ActivityStatusCode.Error);
    }
}
