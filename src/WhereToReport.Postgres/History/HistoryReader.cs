using Microsoft.EntityFrameworkCore;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.History;

/// <summary>Reads what a snapshot knows of the history.</summary>
internal static class HistoryReader
{
    // A snapshot stays small however long the history grows.
    private const int MostChangesOfChannel = 20;

    /// <summary>The history of the state that the transaction sees.</summary>
    public static async Task<DirectoryHistory> Read(DirectoryContext database, CancellationToken cancel)
    {
        var newest = await database.RecordChanges.AsNoTracking()
            .GroupBy(row => new { row.RecordKind, row.RecordId })
            .Select(record => new { record.Key.RecordKind, record.Key.RecordId, At = record.Max(row => row.MadeAt) })
            .ToListAsync(cancel);
        return new()
        {
            Channels = Of(RecordKind.Channel),
            Organizations = Of(RecordKind.Organization),
            Roles = Of(RecordKind.Role),
            Situations = Of(RecordKind.Situation),
            Duties = Of(RecordKind.Duty),
            ChannelChanges = [.. (await ChannelChanges(database).ToListAsync(cancel)).Select(PublicHistory.Public).OfType<PublicChange>().Select(Change).OfType<ChannelChange>()],
        };

        Dictionary<string, DateTimeOffset> Of(RecordKind kind) =>
            newest.Where(record => record.RecordKind == kind).ToDictionary(record => record.RecordId, record => record.At);
    }

    private static IQueryable<RecordChangeRow> ChannelChanges(DirectoryContext database) =>
        from channel in database.Channels.AsNoTracking()
        where channel.Publish
        from change in database.RecordChanges
            .Where(change => change.RecordKind == RecordKind.Channel && change.RecordId == channel.Id && change.Before != null && change.After != null)
            .OrderByDescending(change => change.Id)
            .Take(MostChangesOfChannel)
        orderby change.Id descending
        select change;

    private static ChannelChange? Change(PublicChange change) => change is { Before: { } before, After: { } after }
        ? new(change.Id, change.At, before.As<Channel>(), after.As<Channel>())
        : null;
}
