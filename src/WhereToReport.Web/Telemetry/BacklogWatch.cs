using Npgsql;
using WhereToReport.Postgres.Corrections;
using WhereToReport.Postgres.Links;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Telemetry;

/// <summary>Reads every half minute what waits for the editors. While the database is down there is nothing to report.</summary>
internal sealed partial class BacklogWatch(
    Backlog backlog, CurrentDirectory current, CorrectionDesk corrections, LinkReport links, TimeProvider time, ILogger<BacklogWatch> log) : BackgroundService
{
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(30);

    private bool _fails;

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        for (var rest = s_first; ; rest = s_every)
        {
            await Task.Delay(rest, time, stopping);
            if (current.DatabaseAnswers)
                await Read(stopping);
        }
    }

    private async Task Read(CancellationToken stopping)
    {
        try
        {
            backlog.Note(await corrections.Waiting(stopping), await links.Counts(time.GetUtcNow(), stopping));
            _fails = false;
        }
        catch (Exception failure) when (Cause(failure) is { } cause)
        {
            if (!_fails)
                NotRead((cause as PostgresException)?.SqlState ?? cause.GetType().Name);
            _fails = true;
        }
    }

    // Entity Framework wraps what the database driver throws.
    private static Exception? Cause(Exception? failure) =>
        failure is null or NpgsqlException or TimeoutException ? failure : Cause(failure.InnerException);

    [LoggerMessage(LogLevel.Warning, "What waits for the editors cannot be counted ({Reason}).")]
    private partial void NotRead(string reason);
}
