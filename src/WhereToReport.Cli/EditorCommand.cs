using System.CommandLine;
using Spectre.Console;
using WhereToReport.Postgres.Editors;

namespace WhereToReport.Cli;

/// <summary><c>editor …</c>: the accounts of the editors' desk.</summary>
internal static class EditorCommand
{
    public static Command Create() => new("editor", "Invite people to the editors' desk and look after their accounts.")
    {
        Invite(),
        List(),
        OnAccount("reset", "Print a new one-time link for a person who lost every way to sign in, and end the open sessions.", Reset),
        OnAccount("end-sessions", "Sign a person out everywhere.", EndSessions),
        OnAccount("lock", "Close an account and sign the person out everywhere.", Lock),
        OnAccount("unlock", "Open a closed account again.", Unlock),
        Role(),
        Withdraw(),
    };

    private static Command Invite()
    {
        var name = new Option<string>("--name") { Description = "What the person is called at the desk.", Required = true };
        var email = new Option<string>("--email") { Description = "The address to sign in with.", Required = true };
        var role = new Option<EditorRole>("--role") { Description = "editor, approver or admin. The first account becomes admin, whatever stands here.", DefaultValueFactory = _ => EditorRole.Editor };
        var command = new Command("invite", "Print a one-time link with which a person makes an account.") { name, email, role };
        command.SetAction((parsed, cancel) => Database.Guard(async () =>
        {
            await using var editors = Database.OpenEditors();
            var address = parsed.GetRequiredValue(email);
            if (!address.Contains('@', StringComparison.Ordinal) || string.IsNullOrWhiteSpace(parsed.GetRequiredValue(name)))
                return Refuse($"--name must not be empty and --email must be an address; found “{address}”.");
            var token = await new Invitations(editors, TimeProvider.System)
                .Invite(parsed.GetRequiredValue(name), address, parsed.GetValue(role), cancel: cancel);
            return token is null
                ? Refuse($"{address} has an account already. Use `editor reset --email {address}` where the person cannot sign in.")
                : Print(token);
        }));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "List the accounts and the open invitations.");
        command.SetAction((_, cancel) => Database.Guard(async () =>
        {
            await using var editors = Database.OpenEditors();
            var table = new Table().AddColumns("Name", "E-mail", "Role", "Joined", "Sessions", "State");
            foreach (var (editor, sessions, _, _) in await new People(editors, TimeProvider.System).All(cancel))
                table.AddRow(Cells(editor.Name, editor.Email!, $"{editor.Role}", $"{editor.JoinedAt:yyyy-MM-dd}", $"{sessions}", editor.LockedAt is null ? "open" : "locked"));
            foreach (var invitation in await new Invitations(editors, TimeProvider.System).AllOpen(cancel))
                table.AddRow(Cells(invitation.Name, invitation.Email, $"{invitation.Role}", "", "", $"{(invitation.EditorId is null ? "invited" : "to set up anew")}, until {invitation.ExpiresAt:yyyy-MM-dd HH:mm} UTC"));
            AnsiConsole.Write(table);
            return 0;
        }));
        return command;
    }

    private static Command Role()
    {
        var role = new Option<EditorRole>("--role") { Description = "editor, approver or admin.", Required = true };
        return OnAccount("role", "Give an account another role.", [role], async (editors, editor, parsed, cancel) =>
        {
            await new People(editors, TimeProvider.System).SetRole(editor, parsed.GetRequiredValue(role), cancel);
            AnsiConsole.MarkupLineInterpolated($"The role of {editor.Name} is {parsed.GetRequiredValue(role)} now.");
        });
    }

    private static Command Withdraw()
    {
        var email = new Option<string>("--email") { Description = "The address that was invited.", Required = true };
        var command = new Command("withdraw", "End an open link.") { email };
        command.SetAction((parsed, cancel) => Database.Guard(async () =>
        {
            await using var editors = Database.OpenEditors();
            var invitations = new Invitations(editors, TimeProvider.System);
            var address = parsed.GetRequiredValue(email);
            var open = (await invitations.AllOpen(cancel)).FirstOrDefault(invitation => invitation.Email.Equals(address.Trim(), StringComparison.OrdinalIgnoreCase));
            if (open is null || !await invitations.Withdraw(open.Id, cancel))
                return Refuse($"There is no open link for {address}.");
            AnsiConsole.MarkupLineInterpolated($"The link for {open.Name} does not work any more.");
            return 0;
        }));
        return command;
    }

    private static Command OnAccount(string name, string description, Func<EditorsContext, Editor, CancellationToken, Task> act) =>
        OnAccount(name, description, [], (editors, editor, _, cancel) => act(editors, editor, cancel));

    private static Command OnAccount(string name, string description, IEnumerable<Option> more, Func<EditorsContext, Editor, ParseResult, CancellationToken, Task> act)
    {
        var email = new Option<string>("--email") { Description = "The address that the person signs in with.", Required = true };
        var command = new Command(name, description) { email };
        foreach (var option in more)
            command.Options.Add(option);
        command.SetAction((parsed, cancel) => Database.Guard(async () =>
        {
            await using var editors = Database.OpenEditors();
            if (await new People(editors, TimeProvider.System).ByEmail(parsed.GetRequiredValue(email), cancel) is not { } editor)
                return Refuse($"There is no account with the address {parsed.GetRequiredValue(email)}.");
            await act(editors, editor, parsed, cancel);
            return 0;
        }));
        return command;
    }

    private static async Task Reset(EditorsContext editors, Editor editor, CancellationToken cancel) =>
        Print(await new Invitations(editors, TimeProvider.System).Reset(editor, cancel: cancel));

    private static async Task EndSessions(EditorsContext editors, Editor editor, CancellationToken cancel) =>
        AnsiConsole.MarkupLineInterpolated($"{await new Sessions(editors, TimeProvider.System).EndAll(editor.Id, cancel: cancel)} sessions of {editor.Name} ended.");

    private static async Task Lock(EditorsContext editors, Editor editor, CancellationToken cancel)
    {
        await new People(editors, TimeProvider.System).Lock(editor, cancel);
        AnsiConsole.MarkupLineInterpolated($"The account of {editor.Name} is locked.");
    }

    private static async Task Unlock(EditorsContext editors, Editor editor, CancellationToken cancel)
    {
        await new People(editors, TimeProvider.System).Unlock(editor, cancel);
        AnsiConsole.MarkupLineInterpolated($"The account of {editor.Name} is open.");
    }

    // Without decoration, on a line of its own, so that it can be copied and scripted.
    private static int Print(string token)
    {
        var site = Environment.GetEnvironmentVariable("Site__Address")?.TrimEnd('/') ?? "http://localhost:5080";
        Console.WriteLine($"{site}/editors/invite/{token}");
        Console.Error.WriteLine($"The link works once, for {Invitations.Lifetime.TotalHours} hours. Give it to nobody but the person it is for.");
        return 0;
    }

    private static int Refuse(string why)
    {
        AnsiConsole.MarkupLineInterpolated($"[red]{why}[/]");
        return 1;
    }

    private static string[] Cells(params string[] texts) => [.. texts.Select(Markup.Escape)];
}
