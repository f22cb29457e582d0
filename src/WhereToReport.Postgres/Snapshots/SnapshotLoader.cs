using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Snapshots;

/// <summary>Makes snapshots from the database or, without one, from the data files.</summary>
public sealed class SnapshotLoader(NpgsqlDataSource database, TimeProvider time)
{
    private readonly DbContextOptions<DirectoryContext> _options = DirectoryContext.OptionsFor(database);

    /// <summary>The number of the newest revision; null before the first import.</summary>
    /// <exception cref="NpgsqlException">The database does not answer, or has no directory in it.</exception>
    public async Task<long?> NewestRevision(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select max(number) from directory_revision");
        return await command.ExecuteScalarAsync(cancel) as long?;
    }

    /// <summary>The newest state of the database; null before the first import.</summary>
    public async Task<LoadedSnapshot?> FromPostgres(CancellationToken cancel)
    {
        await using var context = new DirectoryContext(_options);
        await using var consistent = await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        if (await DirectoryReader.NewestRevision(context, cancel) is not { } revision)
            return null;
        var facts = await DirectoryReader.Read(context, cancel);
        return new(new(facts, revision.Number, revision.MadeAt), SnapshotOrigin.Postgres, time.GetUtcNow());
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
