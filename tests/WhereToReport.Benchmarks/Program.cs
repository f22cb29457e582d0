using Spectre.Console;
using WhereToReport.Benchmarks;

var table = new Table().AddColumns("What", "Median", "Least", "Most", "Target");
foreach (var measurement in new[] { Starting.FromPostgres, Starting.FromKeptSnapshot, Importing.Everything, Importing.NothingNew, Remembering.TenThousandZipCodes })
{
    var figures = await measurement();
    table.AddRow(figures.What, figures.Show(figures.Median), figures.Show(figures.Least), figures.Show(figures.Most), figures.Show(figures.Target));
}
foreach (var size in await WireSizes.OfFirstVisits())
    table.AddRow(size.What, size.Show(size.Median), "", "", size.Show(size.Target));

AnsiConsole.MarkupLineInterpolated($"{Environment.ProcessorCount} processors, {Environment.OSVersion}, .NET {Environment.Version}; five runs after one to warm up.");
AnsiConsole.Write(table);
