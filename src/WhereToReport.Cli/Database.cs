using Microsoft.EntityFrameworkCore;
using Npgsql;
using Spectre.Console;
using WhereToReport.Postgres.Editors;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Import;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Cli;

/// <summary>How the commands reach the database and tell what went wrong.</summary>
internal static class Database
{
    private const string Variable = "ConnectionStrings__Directory";

    public static DirectoryContext Open() => new(DirectoryContext.OptionsFor(Connection()));

    public static EditorsContext OpenEditors() => new(EditorsContext.OptionsFor(Connection()));

    /// <summary>An open connection to the same database.</summary>
    public static async Task<NpgsqlConnection> Connect(CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(Connection());
        await connection.OpenAsync(cancel);
        return connection;
    }

    /// <summary>How the site signs in; null where nobody said so.</summary>
    public static NpgsqlConnectionStringBuilder? OfSite =>
        Environment.GetEnvironmentVariable("ConnectionStrings__Site") is { Length: > 0 } connection ? new(connection) : null;

    /// <summary>Runs a command; what a person can mend is told in words, with exit code 1. Anything else is a fault of the program and is thrown.</summary>
    public static async Task<int> Guard(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (DataProblemsException data)
        {
            foreach (var problem in data.Problems)
                AnsiConsole.MarkupLineInterpolated($"[yellow]{problem.File}[/]: [bold]{problem.Record}[/]: {problem.Field}: found {problem.Found}; allowed: {problem.Allowed}");
            AnsiConsole.MarkupLineInterpolated($"[red]{data.Message}[/] Nothing was changed.");
        }
        catch (ImportConflictsException both)
        {
            foreach (var conflict in both.Conflicts)
                AnsiConsole.MarkupLineInterpolated($"[yellow]{conflict.File}[/]: [bold]{conflict.Key.Id}[/]: in the file {conflict.InFile}; in the database {conflict.InDatabase}");
            AnsiConsole.MarkupLineInterpolated($"[red]{both.Message}[/] Nothing was changed. To decide for all of them, add --prefer files or --prefer database.");
        }
        catch (InvalidOperationException misuse) when (misuse.InnerException is null && misuse.Message.StartsWith("Set ", StringComparison.Ordinal))
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{misuse.Message}[/]");
        }
        catch (InvalidDataException unreadable)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{unreadable.Message}[/] Nothing was changed.");
        }
        catch (Exception refused) when (refused is NpgsqlException || refused is DbUpdateException || refused.InnerException is NpgsqlException)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]The database refused:[/] {(refused.InnerException ?? refused).Message} Nothing was changed.");
        }
        return 1;
    }

    private static string Connection() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connection
            ? connection
            : throw new InvalidOperationException($"Set {Variable} to the database to use, or run the command through ./dev.");
}
