using WhereToReport.Domain;
using WhereToReport.Postgres.Snapshots;

namespace WhereToReport.Web.Serving;

/// <summary>
/// The snapshot that this node answers from. A request takes it once and keeps it to its end; replacing it is a single
/// assignment, so that no request ever sees two revisions.
/// </summary>
public sealed class CurrentDirectory(TimeProvider time)
{
    private static readonly TimeSpan s_oldEnoughToSay = TimeSpan.FromDays(1);

    private readonly TaskCompletionSource _there = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile LoadedSnapshot? _loaded;

    /// <summary>Done once there is a first snapshot.</summary>
    public Task IsThere => _there.Task;

    public LoadedSnapshot Loaded => _loaded ?? throw new InvalidOperationException("The directory is asked before it is loaded.");

    public DirectorySnapshot Snapshot => Loaded.Directory;

    /// <summary>True while the last contact with the database succeeded; without it nothing waits for the database.</summary>
    public bool DatabaseAnswers { get; private set; }

    /// <summary>Time since the snapshot was last known to be the newest state of the directory.</summary>
    public TimeSpan Age => time.GetUtcNow() is var now && now > Loaded.CurrentAt ? now - Loaded.CurrentAt : TimeSpan.Zero;

    /// <summary>True once the pages should say how old they are.</summary>
    public bool IsOld => Age > s_oldEnoughToSay;

    /// <summary>What public pages depend on now.</summary>
    internal Edition Edition
    {
        get
        {
            var (loaded, age) = (Loaded, Age);
            return new(loaded.Directory.Revision, loaded.Directory.ChangedAt, loaded.Origin, age > s_oldEnoughToSay ? (int)age.TotalDays : 0);
        }
    }

    internal void Replace(LoadedSnapshot loaded)
    {
        _loaded = loaded;
        _there.TrySetResult();
    }

    internal void MarkCurrent() => _loaded = Loaded with { CurrentAt = time.GetUtcNow() };

    internal void NoteDatabase(bool answers) => DatabaseAnswers = answers;
}
