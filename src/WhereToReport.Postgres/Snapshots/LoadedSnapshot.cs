using WhereToReport.Domain;

namespace WhereToReport.Postgres.Snapshots;

/// <summary>Where a node's snapshot came from.</summary>
public enum SnapshotOrigin
{
    Postgres,

    /// <summary>The copy that the node keeps on disk.</summary>
    File,

    /// <summary>The data files that came with the program.</summary>
    Bundled,
}

/// <summary>A snapshot, where it came from, and when it was last known to be the newest state of the directory.</summary>
public sealed record LoadedSnapshot(DirectorySnapshot Directory, SnapshotOrigin Origin, DateTimeOffset CurrentAt);
