using Microsoft.Extensions.Options;
using Npgsql;
using WhereToReport.Domain;
using WhereToReport.Postgres.Snapshots;
using WhereToReport.Web.Telemetry;

namespace WhereToReport.Web.Serving;

/// <summary>
/// Keeps the snapshot new: asks the database every few seconds for its newest revision, which works against a read
/// replica too, and keeps a copy on disk. While the database is down the node goes on with what it has.
/// </summary>
internal sealed partial class DirectoryRefresher(
    CurrentDirectory current, SnapshotLoader loader, SnapshotFile file, IOptions<DirectoryOptions> options, TimeProvider time, ILogger<DirectoryRefresher> log)
    : BackgroundService
{
    // Searches and forms wait for the database only while it answers, and slower than this is no answer.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_patienceForAll = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_markFileEvery = TimeSpan.FromMinutes(1);

    private DateTimeOffset _fileMarkedAt;
    private bool _fileFails;

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await current.IsThere.WaitAsync(stopping);
        using var timer = new PeriodicTimer(options.Value.RefreshEvery, time);
        DirectorySnapshot? seen = null, settled = null;
        do
        {
            await Refresh(stopping);
            await KeepOnFile(stopping);

            // A start, or loading and writing a revision, leaves much behind at once, and hours may pass before the next: give it back a round later.
            var served = current.Snapshot;
            if (served == seen && served != settled)
            {
                settled = served; // before: nothing may hold the snapshot that was served until now
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
            seen = served;
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    private async Task Refresh(CancellationToken stopping)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            patience.CancelAfter(s_patience);
            var newest = await loader.NewestRevision(patience.Token);
            patience.CancelAfter(s_patienceForAll);
            var served = Revision.Of(current.Snapshot);
            if (newest is not null && (newest != served || current.Loaded.Origin != SnapshotOrigin.Postgres))
            {
                using var span = Spans.Source.StartActivity("load a revision");
                if (await loader.FromPostgres(patience.Token) is { } loaded)
                {
                    current.Replace(loaded);
                    Loaded(loaded.Directory.Revision);
                }
            }
            else if (newest is not null)
            {
                current.MarkCurrent();
            }
            if (!current.DatabaseAnswers)
                DatabaseIsBack();
            current.NoteDatabase(answers: true);
        }
        catch (Exception down) when (down is NpgsqlException or TimeoutException || down is OperationCanceledException && !stopping.IsCancellationRequested)
        {
            if (current.DatabaseAnswers)
                DatabaseIsDown(down.Message);
            current.NoteDatabase(answers: false);
        }
    }

    private async Task KeepOnFile(CancellationToken stopping)
    {
        var loaded = current.Loaded;
        if (loaded.Origin != SnapshotOrigin.Postgres)
            return;
        try
        {
            if (file.Holds != Revision.Of(loaded.Directory))
                await file.Write(loaded.Directory, stopping);
            else if (current.DatabaseAnswers && time.GetUtcNow() - _fileMarkedAt > s_markFileEvery)
            {
                file.MarkCurrent(loaded.CurrentAt);
                _fileMarkedAt = time.GetUtcNow();
            }
            _fileFails = false;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (!_fileFails)
                FileFails(failure.Message);
            _fileFails = true;
        }
    }

    [LoggerMessage(LogLevel.Information, "Revision {Revision} loaded.")]
    private partial void Loaded(long revision);

    [LoggerMessage(LogLevel.Information, "The database answers.")]
    private partial void DatabaseIsBack();

    [LoggerMessage(LogLevel.Warning, "The database does not answer ({Reason}); going on with the snapshot in memory.")]
    private partial void DatabaseIsDown(string reason);

    [LoggerMessage(LogLevel.Warning, "The snapshot cannot be kept on disk ({Reason}).")]
    private partial void FileFails(string reason);
}
