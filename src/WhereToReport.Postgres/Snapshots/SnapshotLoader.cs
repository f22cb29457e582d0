using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Snapshots;

/// <summary>Which state of the directory it is. The time tells apart databases that count from one each.</summary>
public sealed record Revision(long Number, DateTimeOffset MadeAt);

/// <summary>Makes snapshots from the database or, without one, from the data files.</summary>
public sealed class SnapshotLoader(NpgsqlDataSource database, TimeProvider time)
{
    private readonly DbContextOptions<DirectoryContext> _options = DirectoryContext.OptionsFor(database);

    /// <summary>The newest revision; null before the first import.</summary>
    /// <exception cref="NpgsqlException">The database does not answer, or has no directory in it.</exception>
    public async Task<Revision?> NewestRevision(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select number, made_at from directory_revision order by number desc limit 1");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? new(reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1)) : null;
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
