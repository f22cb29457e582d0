using System.CommandLine;
using Spectre.Console;
using WhereToReport.Postgres.Files.Tables;

namespace WhereToReport.Cli;

/// <summary><c>unpack FILE FOLDER</c>: makes a data folder of the CSV tables that a site offers under <c>/data</c>.</summary>
internal static class UnpackCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "directory-csv.zip, as a site offers it under /data." }.AcceptExistingOnly();
        var folder = new Argument<DirectoryInfo>("folder") { Description = "The data folder to write." };
        var command = new Command("unpack", "Make a data folder of the downloaded CSV tables; check and import read it.") { file, folder };
        command.SetAction((parsed, _) => Database.Guard(() => Task.FromResult(Unpack(parsed.GetRequiredValue(file), parsed.GetRequiredValue(folder)))));
        return command;
    }

    private static int Unpack(FileInfo file, DirectoryInfo folder)
    {
        using var zip = file.OpenRead();
        var facts = DirectoryTables.Unpack(zip, folder.FullName);
        AnsiConsole.MarkupLineInterpolated($"{facts.Channels.Count} channels written to {folder.FullName}.");
        return 0;
    }
}
