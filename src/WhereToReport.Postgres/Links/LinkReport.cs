using Microsoft.EntityFrameworkCore;
using Npgsql;
using WhereToReport.Domain.Links;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Links;

/// <summary>Which links to list; what is null does not matter.</summary>
public sealed record LinkFilter
{
    public LinkOutcome? Outcome { get; init; }

    /// <summary>True for links that failed at their last checks, however often; false for the others.</summary>
    public bool? Failing { get; init; }

    /// <summary>True for links whose page has moved for good.</summary>
    public bool? Moved { get; init; }

    /// <summary>True for links that were checked at least once; false for those never checked.</summary>
    public bool? Checked { get; init; }

    /// <summary>Links used by this record.</summary>
    public (LinkedRecord Record, string Id)? UsedBy { get; init; }

    /// <summary>Part of the address, in any case.</summary>
    public string? Contains { get; init; }
    public int Skip { get; init; }
    public int Most { get; init; } = 100;
}

/// <summary>How many links there are, and how they stand.</summary>
/// <param name="All">Every link of the directory.</param>
/// <param name="Unchecked">Those never checked yet.</param>
/// <param name="Due">Those whose check is due.</param>
/// <param name="Broken">Those that <see cref="LinkReport.BrokenLinks"/> lists.</param>
/// <param name="ByOutcome">Counts by what the last check found; links never checked are not among them.</param>
public sealed record LinkCounts(int All, int Unchecked, int Due, int Broken, IReadOnlyDictionary<LinkOutcome, int> ByOutcome);

/// <summary>What the link checker found, for the editors' desk and for metrics.</summary>
public sealed class LinkReport(NpgsqlDataSource database)
{
    private readonly DbContextOptions<DirectoryContext> _options = DirectoryContext.OptionsFor(database);

    /// <summary>Links that failed repeatedly and for days, the longest broken first, with the records that use them and their last results.</summary>
    public async Task<IReadOnlyList<LinkCheckRow>> BrokenLinks(CancellationToken cancel)
    {
        await using var context = new DirectoryContext(_options);
        return await WithAll(Broken(context).OrderBy(row => row.FirstFailedAt).ThenBy(row => row.Url)).ToListAsync(cancel);
    }

    /// <summary>Links in the order of their addresses, with the records that use them and their last results.</summary>
    public async Task<IReadOnlyList<LinkCheckRow>> All(LinkFilter filter, CancellationToken cancel)
    {
        await using var context = new DirectoryContext(_options);
        IQueryable<LinkCheckRow> links = context.LinkChecks;
        if (filter.Outcome is { } outcome)
            links = links.Where(row => row.Outcome == outcome);
        if (filter.Failing is { } failing)
            links = links.Where(row => row.Failures > 0 == failing);
        if (filter.Moved is { } moved)
            links = links.Where(row => row.MovedTo != null == moved);
        if (filter.Checked is { } known)
            links = links.Where(row => row.CheckedAt != null == known);
        if (filter.UsedBy is var (record, id))
            links = links.Where(row => row.Uses.Any(use => use.Record == record && use.RecordId == id));
        if (filter.Contains is { Length: > 0 } part)
            links = links.Where(row => row.Url.ToLower().Contains(part.ToLower()));
        return await WithAll(links.OrderBy(row => row.Url).Skip(filter.Skip).Take(filter.Most)).ToListAsync(cancel);
    }

    public async Task<LinkCounts> Counts(DateTimeOffset now, CancellationToken cancel)
    {
        await using var context = new DirectoryContext(_options);
        var counts = await context.LinkChecks.GroupBy(row => row.Outcome).Select(group => new { Outcome = group.Key, Links = group.Count() }).ToListAsync(cancel);
        return new(
            counts.Sum(count => count.Links),
            counts.Where(count => count.Outcome is null).Sum(count => count.Links),
            await context.LinkChecks.CountAsync(row => row.NextDue <= now, cancel),
            await Broken(context).CountAsync(cancel),
            counts.Where(count => count.Outcome is not null).ToDictionary(count => count.Outcome!.Value, count => count.Links));
    }

    private static IQueryable<LinkCheckRow> Broken(DirectoryContext context) => context.LinkChecks.Where(row =>
        row.Failures >= LinkStanding.BrokenAfterFailures && row.CheckedAt - row.FirstFailedAt >= LinkStanding.BrokenAfter);

    private static IQueryable<LinkCheckRow> WithAll(IQueryable<LinkCheckRow> links) =>
        links.Include(row => row.Uses).Include(row => row.Results.OrderByDescending(result => result.Id)).AsNoTracking().AsSplitQuery();
}
