using System.CommandLine;
using Spectre.Console;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Import;

namespace WhereToReport.Cli;

/// <summary><c>import FOLDER [--prefer files|database]</c>: brings the data files into the database and keeps what editors changed there.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "The data folder." }.AcceptExistingOnly();
        var prefer = new Option<Preference>("--prefer")
        {
            Description = "Who decides where files and editors changed the same record: files or database. Without it, nothing is written then.",
            HelpName = "files|database",
            DefaultValueFactory = _ => Preference.None,
        };
        var command = new Command("import", "Validate the data files and bring them into the database: all of them, or nothing. What editors changed since the last import stays.") { folder, prefer };
        command.SetAction((parsed, cancel) => Database.Guard(() => Import(parsed.GetRequiredValue(folder), parsed.GetValue(prefer), cancel)));
        return command;
    }

    private static async Task<int> Import(DirectoryInfo folder, Preference preference, CancellationToken cancel)
    {
        var result = await AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async bar =>
            {
                var task = bar.AddTask("Reading and validating the files");
                var facts = await Task.Run(() => DirectoryFiles.Read(folder.FullName), cancel);
                await using var database = Database.Open();
                return await new DirectoryImport(database, TimeProvider.System).Run(facts, preference, new Shown(task), cancel);
            });
        AnsiConsole.MarkupLineInterpolated(result.ChangedNothing
            ? (FormattableString)$"Nothing to change: revision {result.Revision} is current."
            : $"Revision {result.Revision}: {result}.");
        if (result.KeptFromDatabase > 0)
            AnsiConsole.MarkupLineInterpolated($"{result.KeptFromDatabase} stay as editors made them; `export` brings them into the files.");
        return 0;
    }

    private sealed class Shown(ProgressTask task) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress progress)
        {
            task.Description = progress.Doing;
            task.Value = progress.Done * task.MaxValue;
        }
    }
}
