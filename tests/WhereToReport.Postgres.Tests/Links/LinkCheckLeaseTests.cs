using Npgsql;
using WhereToReport.Postgres.Links;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Links;

public sealed class LinkCheckLeaseTests : IAsyncLifetime
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private TestDatabase _database = null!;
    private NpgsqlDataSource _one = null!;
    private NpgsqlDataSource _other = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Empty();
        (_one, _other) = (NpgsqlDataSource.Create(_database.AsSite), NpgsqlDataSource.Create(_database.AsSite));
    }

    public async ValueTask DisposeAsync()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task One_node_at_a_time_holds_it()
    {
        var held = await LinkCheckLease.Take(_one, default);
        Assert.NotNull(held);
        Assert.Null(await LinkCheckLease.Take(_other, default));

        await held.DisposeAsync();
        await using var next = await LinkCheckLease.Take(_other, default);
        Assert.NotNull(next);
        Assert.Null(await LinkCheckLease.Take(_one, default));
    }

    [Fact]
    public async Task A_node_whose_connection_is_killed_learns_of_it_and_another_takes_over()
    {
        await using var held = await LinkCheckLease.Take(_one, default);
        var holding = held!.Hold(TimeSpan.FromMilliseconds(50), TimeProvider.System, default);
        await _database.Execute("select pg_terminate_backend(pid) from pg_locks join pg_database on oid = database where locktype = 'advisory' and datname = current_database()");

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => holding.WaitAsync(s_patience));
        await using var next = await LinkCheckLease.Take(_other, default);
        Assert.NotNull(next);
    }
}
