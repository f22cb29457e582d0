using Microsoft.EntityFrameworkCore.Storage;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.History;

/// <summary>
/// A transaction in which one change of the directory is made while no other is under way. It joins the caller's transaction
/// where there is one, which then decides alone what becomes of it all.
/// </summary>
internal sealed class OneChange : IAsyncDisposable
{
    private readonly IDbContextTransaction? _own;

    private OneChange(IDbContextTransaction? own) => _own = own;

    public static async Task<OneChange> Begin(DirectoryContext database, CancellationToken cancel)
    {
        var own = database.Database.CurrentTransaction is null ? await database.Database.BeginTransactionAsync(cancel) : null;
        await Revisions.Lock(database, cancel);
        return new(own);
    }

    public async Task Commit(CancellationToken cancel)
    {
        if (_own is not null)
            await _own.CommitAsync(cancel);
    }

    /// <summary>Takes back what was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_own is not null)
            await _own.DisposeAsync();
    }
}
