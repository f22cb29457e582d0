using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.History;

/// <summary>
/// Writes the history of records in the transaction that changes them, whoever saves them. A save without a
/// <see cref="ChangeNote"/> is refused.
/// </summary>
internal sealed class HistoryInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData saving, InterceptionResult<int> result) =>
        saving.Context!.ChangeTracker.Entries().Any(entry => entry.State != EntityState.Unchanged && ChangedRecords.BelongsToRecord(entry.Metadata.ClrType))
            ? throw new NotSupportedException("Records are saved by SaveChangesAsync, which writes their history.")
            : result;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData saving, InterceptionResult<int> result, CancellationToken cancel = default)
    {
        var database = (DirectoryContext)saving.Context!;
        var touched = await ChangedRecords.Of(database, cancel);
        if (touched.All.Count > 0)
            database.HistoryOfSave = await HistoryOfSave.Begin(database, database.Note ?? throw new ChangeWithoutNoteException(), touched, cancel);
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData saved, int result, CancellationToken cancel = default)
    {
        await using var history = Taken(saved);
        if (history is not null)
            await history.Write(cancel);
        return result;
    }

    public override async Task SaveChangesFailedAsync(DbContextErrorEventData failed, CancellationToken cancel = default)
    {
        await using var history = Taken(failed);
    }

    public override async Task SaveChangesCanceledAsync(DbContextEventData canceled, CancellationToken cancel = default)
    {
        await using var history = Taken(canceled);
    }

    private static HistoryOfSave? Taken(DbContextEventData save)
    {
        var database = (DirectoryContext)save.Context!;
        var history = database.HistoryOfSave;
        database.HistoryOfSave = null;
        return history;
    }
}
