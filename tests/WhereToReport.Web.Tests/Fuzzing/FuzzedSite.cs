using WhereToReport.Testing;
using WhereToReport.Web.Tests.Pages.Corrections;

namespace WhereToReport.Web.Tests.Fuzzing;

/// <summary>The tests that share one such site, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OnFuzzedSite : ICollectionFixture<FuzzedSite>
{
    public const string Name = "on a fuzzed site";
}

/// <summary>A site of its own for requests as nobody makes them, so that its log can be held to silence.</summary>
public sealed class FuzzedSite : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;

    public SiteProcess Site { get; private set; } = null!;

    /// <summary>What anybody may ask for.</summary>
    internal IReadOnlyList<SiteEndpoint> Open { get; private set; } = [];

    /// <summary>What only an editor may ask for.</summary>
    internal IReadOnlyList<SiteEndpoint> Closed { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.Filled();
        Site = await SiteProcess.Start(Database.ConnectionString, settings: new Dictionary<string, string>(CorrectionSite.NoLimit) { ["Desk__SignInPostsPerMinute"] = "1000000", ["Api__RequestsPerMinute"] = "1000000" });
        var endpoints = await SiteEndpoints.All();
        Open = [.. endpoints.Where(endpoint => endpoint.Open)];
        Closed = [.. endpoints.Where(endpoint => !endpoint.Open)];
        await Site.UntilCorrectionsAreTaken();

        // What is made at the first question is made: files of a revision, compiled queries, keys of the desk.
        foreach (var path in Open.SelectMany(Samples.Paths))
            await Site.Http.GetAsync(path);
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Database.DisposeAsync();
    }
}
