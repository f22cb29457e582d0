using System.Globalization;
using Npgsql;
using WhereToReport.Domain;
using WhereToReport.Postgres.History;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Web.Api;

/// <summary>
/// The public history. It tells of what this node's snapshot shows and of nothing newer, so the answer to a question depends
/// on the revision alone, as every other answer does.
/// </summary>
internal static partial class ChangesApi
{
    private const string Unavailable = "The history cannot be read right now.";
    private const string TryAgain = "The database does not answer. Try again in half a minute; all else works without it.";
    private const string SecondsToRetry = "30";
    private const string BadSince = "since is neither the cursor of an answer before, nor a date such as 2026-11-23, nor a date and time such as 2026-11-23T08:00:00Z.";

    /// <summary>When the history cannot be read.</summary>
    public static readonly ApiFailure DatabaseDown = new(StatusCodes.Status503ServiceUnavailable,
        "The database does not answer. `Retry-After` says how many seconds to wait.",
        new("https://tools.ietf.org/html/rfc9110#section-15.6.4", Unavailable, StatusCodes.Status503ServiceUnavailable, TryAgain));

    private static readonly ApiOperation s_changes = new(ApiOperation.Changes, "changes", "What changed",
        "Every change of a published record, oldest first, without the names of editors. Keep `cursor` and ask for `since` it the next time: nothing is missed and nothing told twice, whatever changes meanwhile and whichever node answers. While `more` is true, ask at once; the header `Link` leads on too.")
    {
        Parameters = [ApiParameters.Since, ApiParameters.ChangeLimit],
        Example = directory => new ChangesBody([Example(directory)], "1", false, directory.Revision),
        Failures = [ApiOperation.Unclear("since", BadSince), DatabaseDown],
    };

    /// <summary><c>/changes[?since=…][&amp;limit=…]</c></summary>
    public static void MapChanges(this IEndpointRouteBuilder api) => api.MapRead<ChangesBody>("/changes", Changes, s_changes);

    /// <summary>A change as the document shows it: the first import of a record that is in the directory.</summary>
    public static ChangeBody Example(DirectorySnapshot directory) => new ChangeWords(directory).Change(new(
        1, directory.ChangedAt, directory.Revision, RecordKey.Channel("ncmec-cybertipline"), ChangeEffect.Added, [], ChangeOrigin.Import, "Import of the data files", null, null));

    /// <summary>Reads the history, or says that it cannot be read now.</summary>
    public static async Task<IResult> Read(HttpContext context, Serving.CurrentDirectory current, ILogger log, Func<Task<IResult>> read)
    {
        try
        {
            if (current.DatabaseAnswers)
                return await read();
        }
        catch (NpgsqlException down)
        {
            NoHistory(log, (down as PostgresException)?.SqlState ?? down.GetType().Name);
        }
        context.Response.Headers.RetryAfter = SecondsToRetry;
        return ApiProblem.Unavailable(Unavailable, TryAgain);
    }

    private static async Task<IResult> Changes(
        [AsParameters] ApiRequest request, PublicHistory history, Serving.CurrentDirectory current, ILogger<PublicHistory> log, CancellationToken cancel)
    {
        var (cursor, moment) = Since(request);
        var limit = request.Query.Number("limit", ApiParameters.MostChanges) ?? ApiParameters.UsualChanges;
        if (request.IsUnclear(out var refusal))
            return refusal;
        return await Read(request.Context, current, log, async () =>
        {
            var revision = request.Directory.Revision;
            var start = moment is { } from ? await history.BeginOf(from, revision, cancel) : cursor;
            var part = await history.After(start, revision, limit, cancel);
            var end = part.End.ToString(CultureInfo.InvariantCulture);
            if (part.More)
                request.LinkNext("since", end);
            return TypedResults.Ok(new ChangesBody([.. part.Changes.Select(new ChangeWords(request.Directory).Change)], end, part.More, revision));
        });
    }

    private static (long Cursor, DateTimeOffset? Moment) Since(ApiRequest request)
    {
        if (request.Query.Text("since") is not { } text)
            return (0, null);
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor))
            return (cursor, null);
        if (Serving.QueryReader.IsInstant(text, out var moment))
            return (0, moment);
        request.Query.Refuse(BadSince, "since");
        return (0, null);
    }

    [LoggerMessage(LogLevel.Warning, "The history cannot be read ({Reason}).")]
    private static partial void NoHistory(ILogger log, string reason);
}
