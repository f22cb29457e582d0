using WhereToReport.Postgres.Snapshots;

namespace WhereToReport.Web.Serving;

public static class Health
{
    // Load balancers ask with HEAD.
    private static readonly string[] s_reading = ["GET", "HEAD"];

    /// <param name="Source">Where the snapshot came from: <c>postgres</c>, <c>file</c> or <c>bundled</c>.</param>
    /// <param name="Revision">The revision that is served; 0 for the bundled files.</param>
    /// <param name="AgeSeconds">Seconds since the snapshot was last known to be the newest state.</param>
    private sealed record Ready(string Source, long Revision, long AgeSeconds);

    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it has a directory to answer from, and which.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapMethods("/health/live", s_reading, () => TypedResults.Text("live"));
        app.MapMethods("/health/ready", s_reading, (CurrentDirectory current) => TypedResults.Ok(new Ready(
            current.Loaded.Origin switch
            {
                SnapshotOrigin.Postgres => "postgres",
                SnapshotOrigin.File => "file",
                _ => "bundled",
            },
            current.Snapshot.Revision,
            (long)current.Age.TotalSeconds)));
    }
}
