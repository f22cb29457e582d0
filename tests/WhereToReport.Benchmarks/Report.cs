using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using WhereToReport.Testing;

namespace WhereToReport.Benchmarks;

/// <summary>Prints the figures as a table and keeps them as JSON.</summary>
internal sealed class Report
{
    // Where no terminal says how wide it is, a row must not be broken to fit the narrowest.
    private const int WidthOfFile = 160;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly List<Figure> _figures = [];
    private readonly DateTimeOffset _began = TimeProvider.System.GetUtcNow();

    public void Add(IEnumerable<Figure> figures) => _figures.AddRange(figures);

    public void Print()
    {
        var table = new Table { Expand = false }.AddColumns("figure", "value", "reference", "ratio", "target", "met");
        foreach (var figure in _figures)
            table.AddRow(Cells(figure));
        AnsiConsole.MarkupLineInterpolated($"{Machine.Name}; median of {Runs.Counted} runs after a warm-up; the ratio is that of runs one after the other.");
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = WidthOfFile;
        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated($"{_figures.Count(figure => figure.Met is true)} targets met, {_figures.Count(figure => figure.Met is false)} not.");
    }

    /// <summary>Writes <c>.dev/bench.json</c>.</summary>
    public void Keep()
    {
        var file = Path.Combine(Repository.Root, ".dev", "bench.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new { began = _began, machine = Machine.Name, figures = _figures.Select(Written) }, s_json));
        AnsiConsole.MarkupLineInterpolated($"The same as JSON: {Path.GetRelativePath(Repository.Root, file)}");
    }

    private static object Written(Figure figure) => new
    {
        figure.What,
        figure.Value,
        figure.Unit,
        figure.Reference,
        figure.ReferenceValue,
        figure.Ratio,
        target = figure.Target?.ToString(),
        figure.Met,
    };

    private static string[] Cells(Figure figure) =>
    [
        Markup.Escape(figure.What),
        $"{Number(figure.Value)} {figure.Unit}",
        figure.Reference is null ? "" : Markup.Escape($"{figure.Reference} {Number(figure.ReferenceValue!.Value)}"),
        figure.Ratio is { } ratio ? ratio.ToString("0.00", CultureInfo.InvariantCulture) : "",
        figure.Target?.ToString() ?? "",
        figure.Met switch { true => "yes", false => "NO", null => "" },
    ];

    private static string Number(double value) => value.ToString(value >= 1000 ? "#,0" : value >= 10 ? "0.#" : "0.###", CultureInfo.InvariantCulture);
}
