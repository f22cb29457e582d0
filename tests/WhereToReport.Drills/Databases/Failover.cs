using Npgsql;
using WhereToReport.Drills.Load;
using WhereToReport.Postgres.Schema;
using WhereToReport.Testing;

namespace WhereToReport.Drills.Databases;

/// <summary>
/// The primary of two servers is killed: reading and searching go on from the standby; once it is promoted, writing resumes
/// with the same connection string, and all that was acknowledged is there.
/// </summary>
internal static class Failover
{
    public static async Task<Findings> Run(Stage stage)
    {
        await using var primary = await Stage.Filled();
        await using var standby = await primary.CreateStandby("standby", "synchronous_standby_names = ''");
        // From here on a write is acknowledged when both servers have it.
        await Execute(primary.ConnectionString, "alter system set synchronous_standby_names = 'standby'");
        await Execute(primary.ConnectionString, "select pg_reload_conf()");

        var both = $"Host=127.0.0.1:{primary.Port},127.0.0.1:{standby.Port};Username=directory_site;Database=postgres";
        await using var node = await Stage.Node(both);
        using var load = HeldLoad.Start(node.Address);
        await using var visitors = Visitors.Start(node.Address);
        await using var writers = Writers.Start(node.Address);
        await using var editor = new NpgsqlDataSourceBuilder(both + ";Timeout=3;Host Recheck Seconds=1").BuildMultiHost();
        var before = await Edit(editor);
        await Task.Delay(TimeSpan.FromSeconds(stage.Choose(10, 2)));

        var killed = writers.Now;
        primary.Kill();
        var searched = await Stage.SecondsUntil(() => FindsSimilarPlaces(node));
        await Task.Delay(TimeSpan.FromSeconds(stage.Choose(10, 2)));
        var wroteWithoutPrimary = writers.FirstAfter(killed + TimeSpan.FromSeconds(1)) is not null;

        await standby.Promote();
        var promoted = writers.Now;
        var resumed = await Stage.SecondsUntil(() => Task.FromResult(writers.FirstAfter(promoted) is not null));
        var after = await Edit(editor);
        var shown = await Stage.SecondsUntilShown(node, after);

        var (held, met) = (await load.End(), await visitors.End());
        var (acknowledged, lost) = await writers.End(standby.ConnectionString);
        return new Findings
        {
            LoadHeld = held.PerSecond,
            FailedReads = held.Failed + held.Lost + met.Failed.Count,
            WrongAnswers = held.Wrong + met.Wrong.Count,
            LostWrites = lost + (await HistoryHolds(standby, before) && await HistoryHolds(standby, after) ? 0 : 1),
            RecoverySeconds = resumed,
            Notes = $"{acknowledged} writes acknowledged; searches back {searched:0.0} s after the kill; an edit after the promotion shown in {shown:0.0} s",
        }
            .Demand(searched <= 10, "searches did not go on from the standby")
            .Demand(!wroteWithoutPrimary, "something was acknowledged while there was no primary")
            .Demand(resumed <= 10, "writes did not resume")
            .Demand(shown <= 10, "news did not arrive after the promotion");
    }

    private static async Task<string> Edit(NpgsqlMultiHostDataSource servers)
    {
        await using var context = new DirectoryContext(DirectoryContext.OptionsFor(servers.WithTargetSession(TargetSessionAttributes.Primary)));
        return await Stage.Edit(context);
    }

    // By its sound, which only the database knows: places with similar letters are found in memory too.
    private static async Task<bool> FindsSimilarPlaces(SiteProcess node)
    {
        using var response = await node.Http.GetAsync("/api/v1/answer?place=Filadelfia");
        return (await response.Content.ReadAsStringAsync()).Contains("Philadelphia County", StringComparison.Ordinal);
    }

    private static async Task<bool> HistoryHolds(PrivateCluster server, string text) =>
        await Execute(server.ConnectionString, $"select exists (select from record_change where after::text like '%{text}%')") is true;

    private static async Task<object?> Execute(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
