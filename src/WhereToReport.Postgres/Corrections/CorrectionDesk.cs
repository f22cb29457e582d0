using Microsoft.EntityFrameworkCore;
using Npgsql;
using WhereToReport.Domain.Corrections;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Corrections;

/// <summary>What an editor says about a correction.</summary>
/// <param name="State">Any state but <see cref="CorrectionState.Open"/>.</param>
/// <param name="Answer">A sentence for the sender, in the sender's language; null adds nothing.</param>
/// <param name="By">The editor's account.</param>
public sealed record CorrectionDecision(CorrectionState State, string? Answer, Guid? By);

/// <summary>How many corrections wait for a decision, without what looks like spam.</summary>
/// <param name="Open">Their number.</param>
/// <param name="Oldest">When the first of them was received; null where none waits.</param>
public sealed record CorrectionQueue(int Open, DateTimeOffset? Oldest);

/// <summary>Where editors find the corrections that wait for them, and decide. Needs a database that can be written to.</summary>
public sealed class CorrectionDesk(NpgsqlDataSource primary, TimeProvider time)
{
    /// <summary>How long an e-mail address outlives the decision on its correction.</summary>
    public static readonly TimeSpan AddressesKeptFor = TimeSpan.FromDays(30);

    private readonly DbContextOptions<DirectoryContext> _options = DirectoryContext.OptionsFor(primary);

    /// <summary>Corrections that wait for a decision: the oldest first, what looks like spam last.</summary>
    public async Task<IReadOnlyList<CorrectionRow>> Open(CancellationToken cancel)
    {
        await using var context = new DirectoryContext(_options);
        return await context.Corrections.AsNoTracking()
            .Where(row => row.State == CorrectionState.Open)
            .OrderBy(row => row.LooksLikeSpam).ThenBy(row => row.ReceivedAt).ThenBy(row => row.Id)
            .ToListAsync(cancel);
    }

    /// <summary>The last few that were decided, the newest decision first.</summary>
    public async Task<IReadOnlyList<CorrectionRow>> Decided(int most, CancellationToken cancel)
    {
        await using var context = new DirectoryContext(_options);
        return await context.Corrections.AsNoTracking()
            .Where(row => row.State != CorrectionState.Open)
            .OrderByDescending(row => row.DecidedAt).ThenByDescending(row => row.Id)
            .Take(most).ToListAsync(cancel);
    }

    public async Task<CorrectionQueue> Waiting(CancellationToken cancel)
    {
        await using var context = new DirectoryContext(_options);
        var waiting = context.Corrections.Where(row => row.State == CorrectionState.Open && !row.LooksLikeSpam);
        return new(await waiting.CountAsync(cancel), await waiting.MinAsync(row => (DateTimeOffset?)row.ReceivedAt, cancel));
    }

    /// <summary>One correction, decided or not; null where there is none.</summary>
    public async Task<CorrectionRow?> Find(Guid id, CancellationToken cancel)
    {
        await using var context = new DirectoryContext(_options);
        return await context.Corrections.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel);
    }

    /// <summary>Decides an open correction. False where there is none, or where somebody else was quicker: then nothing is changed.</summary>
    public async Task<bool> Decide(Guid id, CorrectionDecision decision, CancellationToken cancel)
    {
        if (decision.State == CorrectionState.Open)
            throw new ArgumentException("A decision leaves a correction accepted, declined, without need for a change, or a duplicate.", nameof(decision));
        var now = time.GetUtcNow();
        await using var context = new DirectoryContext(_options);
        return await context.Corrections
            .Where(row => row.Id == id && row.State == CorrectionState.Open)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(each => each.State, decision.State)
                    .SetProperty(each => each.Answer, decision.Answer)
                    .SetProperty(each => each.DecidedBy, decision.By)
                    .SetProperty(each => each.DecidedAt, now),
                cancel) == 1;
    }

    /// <summary>Deletes the e-mail addresses of corrections that were decided <see cref="AddressesKeptFor"/> ago; returns how many.</summary>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public async Task<int> ForgetAddresses(CancellationToken cancel)
    {
        await using var command = primary.CreateCommand("update correction set email = null where email is not null and decided_at <= $1");
        command.Parameters.Add(new() { Value = time.GetUtcNow() - AddressesKeptFor });
        return await command.ExecuteNonQueryAsync(cancel);
    }
}
