namespace WhereToReport.Testing;

/// <summary>One running site on one filled database, shared by all tests of a project that only read.</summary>
public sealed class FilledSite : IAsyncDisposable
{
    private readonly Lazy<Task<(TestDatabase Database, SiteProcess Site)>> _running = new(async () =>
    {
        var database = await TestDatabase.Filled();
        var site = await SiteProcess.Start(database.AsSite);
        await site.UntilItServesTheDatabase();
        return (database, site);
    });

    public async Task<SiteProcess> Site() => (await _running.Value).Site;

    public async ValueTask DisposeAsync()
    {
        if (!_running.IsValueCreated)
            return;
        var (database, site) = await _running.Value;
        await site.DisposeAsync();
        await database.DisposeAsync();
    }
}
