using Microsoft.Extensions.Options;
using Npgsql;
using WhereToReport.Domain.Links;
using WhereToReport.Postgres.Links;
using WhereToReport.Postgres.Snapshots;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Links;

/// <summary>
/// Checks the directory's links in the background, on one node at a time. While the database is down it waits; the
/// pages do not notice either way.
/// </summary>
internal sealed partial class LinkChecker(
    CurrentDirectory current, NpgsqlDataSource database, LinkChecks checks, LinkProbe probe, IOptions<LinkCheckOptions> options, TimeProvider time, ILogger<LinkChecker> log)
    : BackgroundService
{
    // Few enough that a change of the directory is taken up soon.
    private const int LinksARound = 100;

    private bool _waits;

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await current.IsThere.WaitAsync(stopping);
        while (true)
        {
            await Task.Delay(options.Value.Every, time, stopping);
            try
            {
                await using var lease = await LinkCheckLease.Take(database, stopping);
                if (lease is not null)
                    await CheckWhileHeld(lease, stopping);
                _waits = false;
            }
            catch (Exception down) when (IsOfDatabase(down) && !stopping.IsCancellationRequested)
            {
                if (!_waits)
                    DatabaseIsDown(down.Message);
                _waits = true;
            }
            catch (Exception fault) when (!stopping.IsCancellationRequested)
            {
                // An unhandled exception would stop the whole site, and no link is worth that.
                Failed(fault);
            }
        }
    }

    private async Task CheckWhileHeld(LinkCheckLease lease, CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Task[] both = [lease.Hold(options.Value.HoldEvery, time, ending.Token), CheckAgainAndAgain(ending.Token)];
        var first = await Task.WhenAny(both);
        await ending.CancelAsync();
        await Task.WhenAll(both).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first;
    }

    private async Task CheckAgainAndAgain(CancellationToken cancel)
    {
        Revision? listed = null;
        while (true)
        {
            var loaded = current.Loaded;
            var revision = Revision.Of(loaded.Directory);
            if (loaded.Origin == SnapshotOrigin.Postgres && revision != listed)
            {
                await checks.Keep(DirectoryLinks.Of(loaded.Directory.Facts), time.GetUtcNow(), cancel);
                listed = revision;
            }
            await CheckDue(cancel);
            _waits = false;
            await Task.Delay(options.Value.Every, time, cancel);
        }
    }

    private async Task CheckDue(CancellationToken cancel)
    {
        var due = await checks.Due(time.GetUtcNow(), LinksARound, cancel);
        if (due.Count == 0)
            return;
        var hosts = due.GroupBy(url => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.IdnHost : "");
        await Parallel.ForEachAsync(hosts, new ParallelOptions { MaxDegreeOfParallelism = options.Value.AtOnce, CancellationToken = cancel }, async (links, stop) =>
        {
            foreach (var url in links)
                await checks.Record(url, await probe.Check(url, stop), time.GetUtcNow(), stop);
        });
        Checked(due.Count);
    }

    // Entity Framework wraps what the database driver throws.
    private static bool IsOfDatabase(Exception? failure) =>
        failure is NpgsqlException or TimeoutException || failure?.InnerException is { } inner && IsOfDatabase(inner);

    [LoggerMessage(LogLevel.Information, "{Links} links checked.")]
    private partial void Checked(int links);

    [LoggerMessage(LogLevel.Warning, "The database does not answer ({Reason}); links are not checked until it does.")]
    private partial void DatabaseIsDown(string reason);

    [LoggerMessage(LogLevel.Error, "Checking links failed.")]
    private partial void Failed(Exception fault);
}
