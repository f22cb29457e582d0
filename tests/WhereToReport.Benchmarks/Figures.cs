namespace WhereToReport.Benchmarks;

/// <summary>Runs of one measurement, in its unit, and what it should not exceed.</summary>
internal sealed record Figures(string What, string Unit, double Target, IReadOnlyList<double> Runs)
{
    private const int CountedRuns = 5;

    public double Median => Runs.Order().ElementAt(Runs.Count / 2);

    public double Least => Runs.Min();

    public double Most => Runs.Max();

    public string Show(double value) => $"{value:0.##} {Unit}";

    /// <summary>Five runs after one that is not counted.</summary>
    public static async Task<Figures> Measure(string what, string unit, double target, Func<Task<double>> run)
    {
        await run();
        var runs = new List<double>();
        for (var i = 0; i < CountedRuns; i++)
            runs.Add(await run());
        return new(what, unit, target, runs);
    }
}
