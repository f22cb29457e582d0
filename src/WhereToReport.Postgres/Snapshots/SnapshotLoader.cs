using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using WhereToReport.Domain;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.History;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Snapshots;

/// <summary>Makes snapshots from the database or, without one, from the data files.</summary>
public sealed class SnapshotLoader(NpgsqlDataSource database, TimeProvider time)
{
    private readonly DbContextOptions<DirectoryContext> _options = DirectoryContext.OptionsFor(database);

    /// <summary>The newest revision; null before the first import.</summary>
    /// <exception cref="NpgsqlException">The database does not answer, or has no directory in it.</exception>
    public async Task<Revision?> NewestRevision(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await DirectoryReader.NewestRevision(connection, cancel);
    }

    /// <summary>The newest state of the database; null before the first import.</summary>
    public async Task<LoadedSnapshot?> FromPostgres(CancellationToken cancel)
    {
        await using var context = new DirectoryContext(_options);
        await using var consistent = await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        if (await DirectoryReader.NewestRevision((NpgsqlConnection)context.Database.GetDbConnection(), cancel) is not { } revision)
            return null;
        var facts = await DirectoryReader.Read(context, cancel);
        var history = await HistoryReader.Read(context, cancel);
        var snapshot = new DirectorySnapshot(facts, revision.Number, revision.MadeAt, history);
        await snapshot.Places.Naming;
        return new(snapshot, SnapshotOrigin.Postgres, time.GetUtcNow());
    }

    /// <summary>The data files that came with the program, as old as their newest check.</summary>
    /// <exception cref="DataProblemsException">The files are not sound.</exception>
    public static LoadedSnapshot FromFiles(string folder)
    {
        var facts = DirectoryFiles.Read(folder);
        var newestCheck = facts.Channels.Max(channel => channel.Verification?.On) ?? DateOnly.MinValue;
        var at = new DateTimeOffset(newestCheck.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return new(new(facts, revision: 0, at), SnapshotOrigin.Bundled, at);
    }
}
