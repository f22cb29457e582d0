using System.CommandLine;
using System.Data;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Snapshots;

namespace WhereToReport.Cli;

/// <summary><c>export FOLDER</c>: writes the database as data files.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "The data folder to write." };
        var command = new Command("export", "Write the database back in the format that import reads.") { folder };
        command.SetAction((parsed, cancel) => Database.Guard(async () =>
        {
            await using var database = Database.Open();
            await using var consistent = await database.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
            var facts = await DirectoryReader.Read(database, cancel);
            DirectoryFilesWriter.Write(facts, parsed.GetRequiredValue(folder).FullName);
            AnsiConsole.MarkupLineInterpolated($"{facts.Channels.Count} channels written to {parsed.GetRequiredValue(folder).FullName}.");
            return 0;
        }));
        return command;
    }
}
