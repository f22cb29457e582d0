using WhereToReport.Testing;

namespace WhereToReport.Benchmarks;

/// <summary>Bytes on the wire of a first visit.</summary>
internal static class WireSizes
{
    private const double Budget = 14;

    public static async Task<IReadOnlyList<Figures>> OfFirstVisits()
    {
        await using var database = await TestDatabase.Filled();
        await using var site = await SiteProcess.Start(database.ConnectionString);
        var figures = new List<Figures>();
        foreach (var path in new[] { "/", "/find?q=94043", "/us/ca/santa-clara-county", "/us/tx/travis-county" })
            figures.Add(new($"first visit of {path}", "kB", Budget, [(await FirstVisit.Sizes(site, path)).Values.Sum() / 1024.0]));
        return figures;
    }
}
