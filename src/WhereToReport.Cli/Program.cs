using System.CommandLine;
using WhereToReport.Cli;

var root = new RootCommand("Where to Report: the operator's commands. The database is the one that ConnectionStrings__Directory names.")
{
    MigrateCommand.Create(),
    ImportCommand.Create(),
    ExportCommand.Create(),
    UnpackCommand.Create(),
    CheckCommand.Create(),
    EditorCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
