using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace WhereToReport.Cli;

/// <summary><c>migrate</c>: brings the database's schema up to date.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Create the database where it does not exist, and bring its schema up to date.");
        command.SetAction((_, cancel) => Database.Guard(async () =>
        {
            await using var database = Database.Open();
            var pending = (await PendingMigrations(database, cancel)).Length;
            await database.Database.MigrateAsync(cancel);
            AnsiConsole.MarkupLineInterpolated($"Schema up to date ({pending} migration{(pending == 1 ? "" : "s")} applied).");
            return 0;
        }));
        return command;
    }

    private static async Task<string[]> PendingMigrations(DbContext database, CancellationToken cancel) =>
        await database.Database.CanConnectAsync(cancel)
            ? [.. await database.Database.GetPendingMigrationsAsync(cancel)]
            : [.. database.Database.GetMigrations()];
}
