using Microsoft.EntityFrameworkCore;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.History;

/// <summary>The revisions of the directory: each change makes one, and nodes learn of it by its number.</summary>
internal static class Revisions
{
    // Two changes at once would each compare against a state that the other is changing.
    private const long OneChangeAtATime = 0x57_54_52_01;

    /// <summary>Waits until no other change of the directory is under way; held until the transaction ends.</summary>
    public static async Task Lock(DirectoryContext database, CancellationToken cancel) =>
        await database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({OneChangeAtATime})", cancel);

    /// <summary>The number of the newest revision; 0 before the first.</summary>
    public static async Task<long> Newest(DirectoryContext database, CancellationToken cancel) =>
        await database.Revisions.MaxAsync(revision => (long?)revision.Number, cancel) ?? 0;

    /// <summary>Makes the next revision, under the lock; it becomes visible with the end of the transaction.</summary>
    public static async Task<long> Make(DirectoryContext database, ChangeOrigin origin, DateTimeOffset at, string summary, CancellationToken cancel)
    {
        // Not through the context: what else it holds may not be ready to be saved.
        var number = await Newest(database, cancel) + 1;
        await database.Database.ExecuteSqlAsync(
            $"insert into directory_revision (number, made_at, origin, summary) values ({number}, {at}, {EnumName<ChangeOrigin>.Of(origin)}, {summary})", cancel);
        return number;
    }
}
