using System.CommandLine;
using Spectre.Console;
using WhereToReport.Domain;
using WhereToReport.Domain.Checks;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Snapshots;

namespace WhereToReport.Cli;

/// <summary><c>check [FOLDER]</c>: looks over the whole directory; exits with 1 where a rule is broken.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo?>("folder")
        {
            Description = "The data folder to check; without it, the database.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("check", "Report counties without a task force or with two certain ones, channels without a contact, records without a source.") { folder };
        command.SetAction((parsed, cancel) => Database.Guard(async () => Report(await Facts(parsed.GetValue(folder), cancel))));
        return command;
    }

    private static async Task<DirectoryFacts> Facts(DirectoryInfo? folder, CancellationToken cancel)
    {
        if (folder is not null)
            return DirectoryFiles.Read(folder.FullName);
        await using var database = Database.Open();
        return await DirectoryReader.Read(database, cancel);
    }

    private static int Report(DirectoryFacts facts)
    {
        var findings = DirectoryCheck.Findings(facts).OrderByDescending(finding => finding.BreaksRule).ToArray();
        foreach (var finding in findings)
        {
            AnsiConsole.MarkupLineInterpolated(finding.BreaksRule
                ? (FormattableString)$"[red]rule broken[/]  {finding.Subject}: {finding.Text}"
                : $"[grey]to know[/]      {finding.Subject}: {finding.Text}");
        }
        var broken = findings.Count(finding => finding.BreaksRule);
        AnsiConsole.MarkupLineInterpolated($"{facts.Channels.Count} channels checked: {broken} rules broken, {findings.Length - broken} things to know.");
        return broken == 0 ? 0 : 1;
    }
}
