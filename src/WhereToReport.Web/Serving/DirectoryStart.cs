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

    // One that is well has said by then what its newest revision is.
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(0.4);

    public async Task Load()
    {
        var onFile = FromFile();
        var newest = Try(loader.NewestRevision, s_patience);
        await Task.WhenAny(newest, Task.Delay(s_soon));
        var instead = newest.IsCompleted ? null : Instead(onFile);
        var loaded = await newest is { } revision ? await FromPostgres(revision, onFile) : null;
        loaded ??= await (instead ?? Instead(onFile));
        current.Replace(loaded);
        Serving(loaded.Origin, loaded.Directory.Revision);
    }

    private async Task<LoadedSnapshot> Instead(Task<LoadedSnapshot?> onFile) => await onFile ?? await Task.Run(() => SnapshotLoader.FromFiles(BundledData()));

    // A revision never changes once it is made, so the kept copy of the newest one is as good as reading it again, and sooner there.
    private async Task<LoadedSnapshot?> FromPostgres(Revision newest, Task<LoadedSnapshot?> onFile)
    {
        current.NoteDatabase(answers: true);
        return await onFile is { } kept && file.Holds == newest
            ? kept with { Origin = SnapshotOrigin.Postgres, CurrentAt = time.GetUtcNow() }
            : await Try(loader.FromPostgres, s_patienceForAll);
    }

    // Null where the database does not answer in time. The driver takes its own time to give up: nobody waits for that.
    private async Task<T?> Try<T>(Func<CancellationToken, Task<T?>> ask, TimeSpan patience)
    {
        try
        {
            using var wait = new CancellationTokenSource(patience);
            return await ask(wait.Token).WaitAsync(wait.Token);
        }
        catch (Exception down) when (down is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            NoDatabase(down.Message);
            return default;
        }
    }

    private async Task<LoadedSnapshot?> FromFile()
    {
        try
        {
            return await file.Read();
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
