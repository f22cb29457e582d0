using WhereToReport.Postgres.Snapshots;

namespace WhereToReport.Web.Serving;

public static class Health
{
    /// <param name="Source">Where the snapshot came from: <c>postgres</c>, <c>file</c> or <c>bundled</c>.</param>
    /// <param name="Revision">The revision that is served; 0 for the bundled files.</param>
    /// <param name="AgeSeconds">Seconds since the snapshot was last known to be the newest state.</param>
    private sealed record Ready(string Source, long Revision, long AgeSeconds);

    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it has a directory to answer from, and which.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapRead("/health/live", () => TypedResults.Text("live"));
        app.MapRead("/health/ready", (CurrentDirectory current) => TypedResults.Ok(new Ready(
            Name(current.Loaded.Origin),
            current.Snapshot.Revision,
            (long)current.Age.TotalSeconds)));
    }

    /// <summary>What operators read of where a snapshot came from.</summary>
    internal static string Name(SnapshotOrigin origin) => origin switch
    {
        SnapshotOrigin.Postgres => "postgres",
        SnapshotOrigin.File => "file",
        _ => "bundled",
    };
}
