using Microsoft.Extensions.Options;
using Npgsql;
using WhereToReport.Postgres.Snapshots;

namespace WhereToReport.Web.Serving;

/// <summary>Loads the first snapshot: from the database, else from the file this node kept, else from the bundled data.</summary>
internal sealed partial class DirectoryStart(
    CurrentDirectory current, SnapshotLoader loader, SnapshotFile file, IOptions<DirectoryOptions> options, TimeProvider time, ILogger<DirectoryStart> log)
{
    // A database that does not answer must not keep people waiting: there is the kept copy, or the bundled data, and the refresher goes on trying.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_patienceForAll = TimeSpan.FromSeconds(10);

    public async Task Load(CancellationToken cancel)
    {
        var onFile = FromFile(cancel);
        var loaded = await FromPostgres(onFile, cancel) ?? await onFile ?? SnapshotLoader.FromFiles(BundledData());
        current.Replace(loaded);
        Serving(loaded.Origin, loaded.Directory.Revision);
    }

    // A revision never changes once it is made, so the kept copy of the newest one is as good as reading it again, and sooner there.
    private async Task<LoadedSnapshot?> FromPostgres(Task<LoadedSnapshot?> onFile, CancellationToken cancel)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(s_patience);
            if (await loader.NewestRevision(patience.Token) is not { } newest)
                return null;
            patience.CancelAfter(s_patienceForAll);
            current.NoteDatabase(answers: true);
            return await onFile is { } kept && newest == new Revision(kept.Directory.Revision, kept.Directory.ChangedAt)
                ? kept with { Origin = SnapshotOrigin.Postgres, CurrentAt = time.GetUtcNow() }
                : await loader.FromPostgres(patience.Token);
        }
        catch (Exception down) when (down is NpgsqlException or TimeoutException || down is OperationCanceledException && !cancel.IsCancellationRequested)
        {
            NoDatabase(down.Message);
            return null;
        }
    }

    private async Task<LoadedSnapshot?> FromFile(CancellationToken cancel)
    {
        try
        {
            return await file.Read(cancel);
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            NoFile(damage.Message);
            return null;
        }
    }

    private string BundledData() => Path.Combine(AppContext.BaseDirectory, options.Value.BundledData);

    [LoggerMessage(LogLevel.Information, "Serving the directory from {Origin}, revision {Revision}.")]
    private partial void Serving(SnapshotOrigin origin, long revision);

    [LoggerMessage(LogLevel.Warning, "The database does not answer ({Reason}); starting without it.")]
    private partial void NoDatabase(string reason);

    [LoggerMessage(LogLevel.Warning, "The snapshot file cannot be used ({Reason}); starting without it.")]
    private partial void NoFile(string reason);
}
