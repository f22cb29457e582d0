using Microsoft.EntityFrameworkCore;
using Npgsql;
using Spectre.Console;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Cli;

/// <summary>How the commands reach the database and tell what went wrong.</summary>
internal static class Database
{
    private const string Variable = "ConnectionStrings__Directory";

    public static DirectoryContext Open() => new(DirectoryContext.OptionsFor(
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connection
            ? connection
            : throw new InvalidOperationException($"Set {Variable} to the database to use, or run the command through ./dev.")));

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
        catch (InvalidOperationException misuse) when (misuse.InnerException is null && misuse.Message.StartsWith("Set ", StringComparison.Ordinal))
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{misuse.Message}[/]");
        }
        catch (Exception refused) when (refused is NpgsqlException || refused is DbUpdateException || refused.InnerException is NpgsqlException)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]The database refused:[/] {(refused.InnerException ?? refused).Message} Nothing was changed.");
        }
        return 1;
    }
}
