namespace WhereToReport.Benchmarks;

internal static class Runs
{
    public const int Counted = 5;

    /// <summary>The results of five runs after one that is not counted.</summary>
    public static async Task<IReadOnlyList<T>> Of<T>(Func<Task<T>> run)
    {
        await run();
        var results = new List<T>();
        for (var i = 0; i < Counted; i++)
            results.Add(await run());
        return results;
    }

    /// <summary>The median of <see cref="Of"/>.</summary>
    public static async Task<double> Median(Func<Task<double>> run) => Figure.Median(await Of(run));
}
