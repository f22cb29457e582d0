using Microsoft.EntityFrameworkCore;
using Npgsql;
using WhereToReport.Domain.Links;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Links;

/// <summary>What the link checker keeps: which links there are, when each is due, and what its checks found.</summary>
public sealed class LinkChecks(NpgsqlDataSource database)
{
    /// <summary>How many results of a link are kept.</summary>
    public const int ResultsKept = 10;

    private readonly DbContextOptions<DirectoryContext> _options = DirectoryContext.OptionsFor(database);

    /// <summary>Makes the list that of the directory: new links are due at once, links that nothing uses any more go with their results.</summary>
    public async Task Keep(IReadOnlyList<DirectoryLink> links, DateTimeOffset now, CancellationToken cancel)
    {
        await using var context = new DirectoryContext(_options);
        var kept = await context.LinkChecks.Include(row => row.Uses).ToDictionaryAsync(row => row.Url, cancel);
        foreach (var link in links)
        {
            if (!kept.Remove(link.Url, out var row))
                context.Add(row = new() { Url = link.Url, NextDue = now });
            KeepUses(row, link.Uses);
        }
        context.RemoveRange(kept.Values);
        await context.SaveChangesAsync(cancel);
    }

    /// <summary>Links whose check is due, the longest due first.</summary>
    public async Task<IReadOnlyList<string>> Due(DateTimeOffset now, int most, CancellationToken cancel)
    {
        await using var context = new DirectoryContext(_options);
        return await context.LinkChecks
            .Where(row => row.NextDue <= now)
            .OrderBy(row => row.NextDue).ThenBy(row => row.Url)
            .Take(most).Select(row => row.Url).ToListAsync(cancel);
    }

    /// <summary>Makes a link due now. False where there is no such link.</summary>
    public async Task<bool> MakeDue(string url, DateTimeOffset now, CancellationToken cancel)
    {
        await using var context = new DirectoryContext(_options);
        return await context.LinkChecks.Where(row => row.Url == url).ExecuteUpdateAsync(row => row.SetProperty(each => each.NextDue, now), cancel) == 1;
    }

    /// <summary>Records what a check found. A link that left the directory meanwhile is left alone.</summary>
    public async Task Record(string url, LinkFinding finding, DateTimeOffset now, CancellationToken cancel)
    {
        await using var context = new DirectoryContext(_options);
        await using var together = await context.Database.BeginTransactionAsync(cancel);
        if (await context.LinkChecks.FromSql($"select * from link_check where url = {url} for update").SingleOrDefaultAsync(cancel) is not { } row)
            return;

        var standing = new LinkStanding(row.Failures, row.FirstFailedAt, row.NextDue).After(finding, now);
        (row.Outcome, row.Status, row.FinalUrl, row.MovedTo, row.Detail) = (finding.Outcome, finding.Status, finding.FinalUrl, finding.MovedTo, finding.Detail);
        (row.Failures, row.FirstFailedAt, row.NextDue, row.CheckedAt) = (standing.Failures, standing.FirstFailedAt, standing.NextDue, now);
        context.Add(new LinkResultRow
        {
            Url = url,
            CheckedAt = now,
            Outcome = finding.Outcome,
            Status = finding.Status,
            FinalUrl = finding.FinalUrl,
            Detail = finding.Detail,
        });
        await context.SaveChangesAsync(cancel);

        var older = context.LinkResults.Where(result => result.Url == url).OrderByDescending(result => result.Id).Skip(ResultsKept).Select(result => result.Id);
        await context.LinkResults.Where(result => older.Contains(result.Id)).ExecuteDeleteAsync(cancel);
        await together.CommitAsync(cancel);
    }

    private static void KeepUses(LinkCheckRow row, IReadOnlyList<LinkUse> uses)
    {
        row.Uses.RemoveAll(kept => !uses.Contains(UseOf(kept)));
        var known = row.Uses.Select(UseOf).ToHashSet();
        row.Uses.AddRange(uses
            .Where(use => !known.Contains(use))
            .Select(use => new LinkUseRow { Url = row.Url, Record = use.Record, RecordId = use.Id, Part = use.Part }));
    }

    private static LinkUse UseOf(LinkUseRow row) => new(row.Record, row.RecordId, row.Part);
}
