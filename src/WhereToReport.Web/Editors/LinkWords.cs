using System.Globalization;
using WhereToReport.Domain.Links;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Web.Editors;

/// <summary>How the desk speaks of links.</summary>
public static class LinkWords
{
    /// <summary>What its checks found, in a line.</summary>
    public static string Of(LinkCheckRow link)
    {
        if (link is not { Outcome: { } outcome, CheckedAt: { } at })
            return "Not checked yet";
        var found = Of(outcome) + (link.Status is { } status ? $" ({status})" : "");
        var since = link is { Failures: > 1, FirstFailedAt: { } first } ? $", {link.Failures} times since {Day(first)}" : "";
        return $"{found}{since}; checked {Day(at)}{(link.MovedTo is { } target ? $"; moved to {target}" : "")}";
    }

    public static string Of(LinkPart part) => part switch
    {
        LinkPart.Website => "Website",
        LinkPart.ReportForm => "Report form",
        LinkPart.Chat => "Chat",
        LinkPart.Statute => "Law",
        _ => "Source",
    };

    private static string Of(LinkOutcome outcome) => outcome switch
    {
        LinkOutcome.Works => "Works",
        LinkOutcome.ClientError => "No such page",
        LinkOutcome.ServerError => "The server failed",
        LinkOutcome.UnknownHost => "No such host",
        LinkOutcome.NoConnection => "No connection",
        LinkOutcome.TlsError => "No valid certificate",
        LinkOutcome.Timeout => "No answer in time",
        LinkOutcome.BadRedirect => "Redirects lead nowhere",
        LinkOutcome.AddressRefused => "Not on the public web",
        LinkOutcome.Blocked => "Keeps programs out: look yourself",
        _ => "Asks programs to stay away: look yourself",
    };

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("MMM d, yyyy", CultureInfo.InvariantCulture);
}
