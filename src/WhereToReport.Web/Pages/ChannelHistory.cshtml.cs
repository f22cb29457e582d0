using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Npgsql;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Postgres.History;
using WhereToReport.Postgres.Records;
using WhereToReport.Web.Editors.Records;

namespace WhereToReport.Web.Pages;

/// <summary>
/// What was changed about a channel, when and why, without the names of the people who did it. The history stands in the
/// database alone; where that does not answer, the page says so.
/// </summary>
[ResponseCache(NoStore = true)]
public sealed class ChannelHistoryModel(DirectorySnapshot directory, PublicHistory history, RecordDifference difference) : PageModel
{
    public Channel Channel { get; private set; } = null!;

    /// <summary>The newest first; null where the database does not answer.</summary>
    public IReadOnlyList<PublicChange>? Changes { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (directory.Channel(id) is not { } channel)
            return NotFound();
        Channel = channel;
        try
        {
            Changes = await history.Of(RecordKey.Channel(channel.Id), directory.Revision, cancel);
        }
        catch (NpgsqlException)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = "60";
        }
        return Page();
    }

    /// <summary>Before and after, where a published record was changed.</summary>
    public SideBySide? Difference(PublicChange change) =>
        change is { Before: not null, After: not null } ? difference.Of(change.Record.Kind, change.Before, change.After) : null;
}
