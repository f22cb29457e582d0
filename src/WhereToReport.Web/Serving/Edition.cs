using WhereToReport.Postgres.Snapshots;

namespace WhereToReport.Web.Serving;

/// <summary>All that a public page depends on beside its address: the build, the revision, where it came from, and its age once pages tell it.</summary>
/// <param name="Revision">The revision that is served; 0 for the bundled files.</param>
/// <param name="Origin">Where the snapshot came from.</param>
/// <param name="DaysOld">Whole days since the snapshot was last known to be the newest; 0 while it is not old enough to say.</param>
internal readonly record struct Edition(long Revision, SnapshotOrigin Origin, int DaysOld)
{
    /// <summary>Names the build.</summary>
    internal static readonly string Build = typeof(Edition).Module.ModuleVersionId.ToString("N")[..8];

    /// <summary>Names what the pages say: the same on every node of one build and one revision.</summary>
    public string Name => $"{Build}-{Revision}";

    /// <summary>The tag (ETag) of every page of the edition. Weak, because a page comes in several content codings.</summary>
    public string Tag => $"W/\"{Name}-{(int)Origin}{(DaysOld > 0 ? $"-{DaysOld}d" : "")}\"";
}
