using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Schema;
using WhereToReport.Postgres.Snapshots;
using WhereToReport.Testing;

namespace WhereToReport.Drills.Databases;

/// <summary>What the runbook says about backups, done: a dump is brought back, and a server is set back to a moment before a mishap.</summary>
internal static class Restore
{
    private const UnixFileMode Everybody = (UnixFileMode)0b111_111_111;

    public static async Task<Findings> FromDump(Stage stage)
    {
        var cluster = await stage.Cluster();
        await using var empty = await PrivateCluster.Create();
        using var folder = new SharedFolder();
        var dump = Path.Combine(folder.Path, "directory.dump");
        var restored = new NpgsqlConnectionStringBuilder(empty.ConnectionString) { Database = "restored" };

        var clock = Stopwatch.StartNew();
        await cluster.RunAsServer("pg_dump", "-Fc", "-f", dump, "-d", Address(cluster, "postgres"));
        await empty.RunAsServer("createuser", "-h", "127.0.0.1", "-p", $"{empty.Port}", "-U", "directory", "directory_site");
        await empty.RunAsServer("createdb", "-h", "127.0.0.1", "-p", $"{empty.Port}", "-U", "directory", "restored");
        await empty.RunAsServer("pg_restore", "--exit-on-error", "--single-transaction", "-d", Address(empty, "restored"), dump);
        var seconds = clock.Elapsed.TotalSeconds;

        restored.Username = "directory_site";
        await using var node = await Stage.Node(restored.ConnectionString);
        var source = await Stage.Source(node);
        restored.Username = "directory";
        return new Findings { RecoverySeconds = seconds }
            .Demand(await Content(restored.ConnectionString) == await Content(cluster.ConnectionString), "the restored directory differs")
            .Demand(source == "postgres", "a node does not serve the restored database");
    }

    public static async Task<Findings> ToAMoment(Stage stage)
    {
        using var archive = new SharedFolder();
        await using var server = await Stage.Filled($"archive_mode = on\narchive_command = 'cp %p {archive.Path}/%f'");
        await using var backup = await server.CreateBaseBackup();
        string kept;
        await using (var editor = server.Open())
            kept = await Stage.Edit(editor);
        var (before, moment) = (await Content(server.ConnectionString), (DateTime)(await Execute(server, "select clock_timestamp()"))!);

        await Execute(server, "delete from contact");
        await Execute(server, "select pg_switch_wal()");
        var last = (string)(await Execute(server, "select pg_walfile_name(pg_current_wal_lsn() - 1)"))!;
        var archived = await Stage.SecondsUntil(() => Task.FromResult(File.Exists(Path.Combine(archive.Path, last))));
        server.Kill();

        var clock = Stopwatch.StartNew();
        await backup.Configure(
            $"""
            archive_mode = off
            restore_command = 'cp {archive.Path}/%f %p'
            recovery_target_time = '{moment:yyyy-MM-dd HH:mm:ss.ffffff}+00'
            recovery_target_action = promote
            """);
        await backup.RunAsServer("/usr/bin/touch", Path.Combine(backup.Data, "recovery.signal"));
        await backup.Start();
        var writable = await Stage.SecondsUntil(async () => await Execute(backup, "select pg_is_in_recovery()") is false);
        var restored = await Content(backup.ConnectionString);
        return new Findings { RecoverySeconds = clock.Elapsed.TotalSeconds, Notes = $"the write-ahead log was archived after {archived:0.0} s" }
            .Demand(double.IsFinite(archived), "the write-ahead log was not archived")
            .Demand(double.IsFinite(writable), "the restored server takes no writes")
            .Demand(restored.Contains(kept, StringComparison.Ordinal), "the last edit before the moment is missing")
            .Demand(restored == before, "the restored directory differs from what it was at the moment");
    }

    private static string Address(PrivateCluster server, string database) => $"host=127.0.0.1 port={server.Port} user=directory dbname={database}";

    private static async Task<string> Content(string database)
    {
        await using var context = new DirectoryContext(DirectoryContext.OptionsFor(database + ";Pooling=false"));
        return JsonSerializer.Serialize(await DirectoryReader.Read(context), DirectoryJson.Compact);
    }

    private static async Task<object?> Execute(PrivateCluster server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>A folder that the server's user may write to as well.</summary>
    private sealed class SharedFolder : IDisposable
    {
        public SharedFolder() => File.SetUnixFileMode(Path, Everybody);

        public string Path { get; } = Directory.CreateTempSubdirectory("backup-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
