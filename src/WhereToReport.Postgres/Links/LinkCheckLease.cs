using Npgsql;

namespace WhereToReport.Postgres.Links;

/// <summary>
/// The right to check links, held by one node at a time: an advisory lock on a connection of its own. When the
/// connection ends, for whatever reason, the database gives the right to the next node that asks.
/// </summary>
public sealed class LinkCheckLease : IAsyncDisposable
{
    // "links" in ASCII; the only advisory lock of this kind.
    private const long Key = 0x6C696E6B73;
    private const int PatienceInSeconds = 5;

    private readonly NpgsqlConnection _connection;

    private LinkCheckLease(NpgsqlConnection connection) => _connection = connection;

    /// <summary>The lease, or null where another node holds it or the server is a standby.</summary>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public static async Task<LinkCheckLease?> Take(NpgsqlDataSource database, CancellationToken cancel)
    {
        var connection = await database.OpenConnectionAsync(cancel);
        try
        {
            var lease = new LinkCheckLease(connection);
            if (await lease.Ask($"select case when pg_is_in_recovery() then false else pg_try_advisory_lock({Key}) end", cancel) is true)
                return lease;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return null;
    }

    /// <summary>Asks the connection again and again whether it lives; ends only by an exception.</summary>
    /// <exception cref="NpgsqlException">The connection is gone, and the lease with it.</exception>
    public async Task Hold(TimeSpan askEvery, TimeProvider time, CancellationToken cancel)
    {
        while (true)
        {
            await Task.Delay(askEvery, time, cancel);
            await Ask("select true", cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await using var connection = _connection;
        try
        {
            // The pool keeps the connection open, so closing it would not give the lock back.
            await Ask($"select pg_advisory_unlock({Key})", CancellationToken.None);
        }
        catch (Exception gone) when (gone is NpgsqlException or InvalidOperationException)
        {
            // The connection is broken, or closed after it broke: the lock went with it.
        }
    }

    private async Task<object?> Ask(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = PatienceInSeconds };
        return await command.ExecuteScalarAsync(cancel);
    }
}
