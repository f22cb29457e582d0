using System.Diagnostics;
using Npgsql;
using WhereToReport.Testing;

namespace WhereToReport.Drills.Imports;

/// <summary>The <c>import</c> command in a process of its own.</summary>
internal static class ImportProcess
{
    public static Process Start(PrivateCluster cluster, string folder) =>
        Process.Start(new ProcessStartInfo("dotnet", [Repository.Program("WhereToReport.Cli"), "import", folder, "--prefer", "files"])
        {
            Environment = { ["ConnectionStrings__Directory"] = cluster.ConnectionString },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    public static async Task<(int Code, string Output)> Import(PrivateCluster cluster, string folder)
    {
        using var import = Start(cluster, folder);
        var (output, errors) = (import.StandardOutput.ReadToEndAsync(), import.StandardError.ReadToEndAsync());
        await import.WaitForExitAsync();
        return (import.ExitCode, await output + await errors);
    }

    public static async Task<long> Revision(PrivateCluster cluster)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select coalesce(max(number), 0) from directory_revision", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
