using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Cli;

/// <summary><c>migrate</c>: brings the database's schema up to date, and the rights of the site's role with it.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Create the database where it does not exist, bring its schema up to date, and give the role in ConnectionStrings__Site what the site needs.");
        command.SetAction((_, cancel) => Database.Guard(async () =>
        {
            await using var directory = Database.Open();
            await using var editors = Database.OpenEditors();
            var pending = await Migrate(directory, cancel) + await Migrate(editors, cancel);
            await GrantToSite(cancel);
            AnsiConsole.MarkupLineInterpolated($"Schema up to date ({pending} migration{(pending == 1 ? "" : "s")} applied).");
            return 0;
        }));
        return command;
    }

    // The role named in the site's own connection string gets what the site needs, and the password that stands there.
    private static async Task GrantToSite(CancellationToken cancel)
    {
        if (Database.OfSite is not { Username: { } role } site)
            return;
        await using var owner = await Database.Connect(cancel);
        await SiteRole.Ensure(owner, role, site.Password, cancel);
        await SiteRole.Grant(owner, role, cancel);
        AnsiConsole.MarkupLineInterpolated($"The role {role} may do what the site does, and nothing else.");
    }

    private static async Task<int> Migrate(DbContext database, CancellationToken cancel)
    {
        var pending = await database.Database.CanConnectAsync(cancel)
            ? await database.Database.GetPendingMigrationsAsync(cancel)
            : database.Database.GetMigrations();
        var count = pending.Count();
        await database.Database.MigrateAsync(cancel);
        return count;
    }
}
