using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using WhereToReport.Domain;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Snapshots;
using WhereToReport.Testing;

namespace WhereToReport.Drills.Imports;

/// <summary>An import that changes every channel is killed at random moments: the directory is the old one or the new one, never a mixture.</summary>
internal static class KilledImport
{
    public static async Task<Findings> Run(Stage stage)
    {
        await using var cluster = await PrivateCluster.Create();
        await cluster.Prepare();
        using var one = new DataCopy();
        using var other = new DataCopy();
        other.Write(Changed(RealDirectory.Facts));
        var contents = new[] { Json(DirectoryFiles.Read(one.Path)), Json(DirectoryFiles.Read(other.Path)) };
        var (code, output) = await ImportProcess.Import(cluster, one.Path);
        var clock = Stopwatch.StartNew();
        await ImportProcess.Import(cluster, other.Path);
        var whole = clock.Elapsed;
        var (imports, finished, mixed) = (stage.Choose(50, 4), 0, 0);

        var holds = 1;
        for (var number = 0; number < imports; number++)
        {
            using (var import = ImportProcess.Start(cluster, holds == 0 ? other.Path : one.Path))
            {
                // At any moment of its life, the last ones included.
                await Task.Delay(whole * (0.2 + 0.85 * Random.Shared.NextDouble()));
                import.Kill();
                await import.WaitForExitAsync();
            }
            await Stage.SecondsUntil(() => IsAlone(cluster));
            var found = Array.IndexOf(contents, await Content(cluster));
            mixed += found < 0 ? 1 : 0;
            finished += found >= 0 && found != holds ? 1 : 0;
            holds = Math.Max(found, 0);
        }
        return new Findings { Faults = imports, WrongAnswers = mixed, Notes = $"{finished} were finished before the kill, {imports - finished - mixed} left all as it was" }
            .Demand(code == 0, $"the first import failed: {output.Trim()}")
            .Demand(contents[0] != contents[1], "both data folders are the same: the drill proves nothing");
    }

    private static DirectoryFacts Changed(DirectoryFacts facts) => facts with
    {
        Channels = [.. facts.Channels.Select(channel => channel with { Name = new(channel.Name.En + " (changed)", channel.Name.Es) })],
        Gazetteer = facts.Gazetteer with { Counties = [.. facts.Gazetteer.Counties.Select(county => county with { Name = county.Name + " (changed)" })] },
    };

    // The server notices a killed client in its own time.
    private static async Task<bool> IsAlone(PrivateCluster cluster)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) = 0 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()", connection);
        return await command.ExecuteScalarAsync() is true;
    }

    private static async Task<string> Content(PrivateCluster cluster)
    {
        await using var context = cluster.Open();
        return Json(await DirectoryReader.Read(context));
    }

    private static string Json(DirectoryFacts facts) => JsonSerializer.Serialize(facts, DirectoryJson.Compact);
}
