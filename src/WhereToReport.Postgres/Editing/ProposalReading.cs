using Microsoft.EntityFrameworkCore;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Editing;

/// <summary>What waits for a second person, and what became of it.</summary>
public sealed class ProposalReading(DirectoryContext database)
{
    private const int MostDecided = 50;

    /// <summary>Proposals that wait, the oldest first.</summary>
    public Task<List<ProposalRow>> Open(CancellationToken cancel = default) =>
        database.Proposals.AsNoTracking().Where(row => row.State == ProposalState.Open).OrderBy(row => row.Id).ToListAsync(cancel);

    /// <summary>Those that wait for one record, the oldest first.</summary>
    public Task<List<ProposalRow>> OpenFor(RecordKey key, CancellationToken cancel = default) =>
        database.Proposals.AsNoTracking()
            .Where(row => row.State == ProposalState.Open && row.RecordKind == key.Kind && row.RecordId == key.Id)
            .OrderBy(row => row.Id).ToListAsync(cancel);

    /// <summary>The last few that were decided, the newest decision first.</summary>
    public Task<List<ProposalRow>> Decided(CancellationToken cancel = default) =>
        database.Proposals.AsNoTracking()
            .Where(row => row.State != ProposalState.Open)
            .OrderByDescending(row => row.DecidedAt).ThenByDescending(row => row.Id)
            .Take(MostDecided).ToListAsync(cancel);

    /// <summary>One proposal; null where there is none.</summary>
    public Task<ProposalRow?> Find(long id, CancellationToken cancel = default) =>
        database.Proposals.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel);
}
