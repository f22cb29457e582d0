using WhereToReport.Benchmarks;
using WhereToReport.Benchmarks.Load;

if (args is [BareKestrel.Command, var folder, var port])
{
    await BareKestrel.Serve(folder, int.Parse(port));
    return;
}

// A short run asks for a twentieth of the ZIP codes: enough to see whether a change helps.
var isShort = args.Contains("--short");
var wanted = args.Where(name => name != "--short").ToArray();

var parts = new Dictionary<string, Func<Task<IReadOnlyList<Figure>>>>
{
    ["serving"] = () => Serving.Measure(every: isShort ? 20 : 1),
    ["starting"] = Starting.Measure,
    ["importing"] = Importing.Measure,
    ["in-process"] = InProcess.Measure,
    ["searching"] = Searching.Measure,
    ["allocating"] = Allocating.Measure,
    ["lighthouse"] = Lighthouse.Measure,
};
if (wanted.FirstOrDefault(name => !parts.ContainsKey(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no \"{unknown}\"; the parts are {string.Join(", ", parts.Keys)}.");
    Environment.Exit(2);
}

var report = new Report();
foreach (var part in wanted.Length > 0 ? wanted : [.. parts.Keys])
{
    Console.Error.WriteLine($"Measuring: {part} …");
    report.Add(await parts[part]());
}
report.Print();
report.Keep();
