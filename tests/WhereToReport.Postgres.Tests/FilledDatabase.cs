using Npgsql;
using WhereToReport.Testing;

[assembly: AssemblyFixture(typeof(WhereToReport.Postgres.Tests.FilledDatabase))]

namespace WhereToReport.Postgres.Tests;

/// <summary>One filled database, shared by all tests of the project that only read.</summary>
public sealed class FilledDatabase : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public NpgsqlDataSource Source { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Filled();
        Source = NpgsqlDataSource.Create(_database.AsSite);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await _database.DisposeAsync();
    }
}
