using Microsoft.EntityFrameworkCore;
using WhereToReport.Domain;
using WhereToReport.Domain.Places;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Snapshots;

/// <summary>Reads the whole directory from the database.</summary>
public static class DirectoryReader
{
    /// <summary>The number and time of the newest revision, or null before the first import.</summary>
    public static async Task<DirectoryRevisionRow?> NewestRevision(DirectoryContext database, CancellationToken cancel = default) =>
        await database.Revisions.AsNoTracking().OrderByDescending(revision => revision.Number).FirstOrDefaultAsync(cancel);

    /// <summary>
    /// Everything, as one consistent state: call it inside a transaction that sees a single snapshot of the database
    /// (repeatable read) wherever something else may write at the same time.
    /// </summary>
    public static async Task<DirectoryFacts> Read(DirectoryContext database, CancellationToken cancel = default)
    {
        var gazetteer = await ReadGazetteer(database, cancel);
        var stateOf = gazetteer.Counties.ToDictionary(county => county.Fips, county => county.State);

        var organizations = await database.Organizations.AsNoTracking().ToListAsync(cancel);
        var channels = await database.Channels.AsNoTracking().AsSplitQuery()
            .Include(channel => channel.Contacts)
            .Include(channel => channel.Coverage)
            .Include(channel => channel.Situations)
            .Include(channel => channel.Sources)
            .Include(channel => channel.Verification)
            .OrderBy(channel => channel.Position)
            .ToListAsync(cancel);
        var roles = await Sourced(database.Roles).OrderBy(role => role.Position).ToListAsync(cancel);
        var situations = await Sourced(database.Situations)
            .Include(situation => situation.Contacts)
            .Include(situation => situation.AlsoIf).ThenInclude(also => also.Contacts)
            .Include(situation => situation.Advice)
            .OrderBy(situation => situation.Position)
            .ToListAsync(cancel);
        var generalPlan = await database.PlannedContacts.AsNoTracking()
            .Where(contact => contact.SituationId == null && contact.AlsoIfId == null)
            .ToListAsync(cancel);
        var learnPages = await database.LearnPages.AsNoTracking().Include(page => page.Sources).ToListAsync(cancel);
        var synonyms = await database.Synonyms.AsNoTracking().ToListAsync(cancel);
        var duties = await Sourced(database.Duties).ToListAsync(cancel);
        var awarenessFacts = await Sourced(database.AwarenessFacts).OrderBy(fact => fact.Position).ToListAsync(cancel);

        return new()
        {
            Organizations = [.. organizations.OrderBy(row => row.Id, StringComparer.Ordinal).Select(FactsFromRows.Organization)],
            Channels = [.. channels.Select(row => FactsFromRows.Channel(row, fips => stateOf[fips]))],
            Roles = [.. roles.Select(FactsFromRows.Role)],
            Situations = [.. situations.Select(FactsFromRows.Situation)],
            LearnPages = [.. learnPages.OrderBy(page => page.Language, StringComparer.Ordinal).ThenBy(page => page.Slug, StringComparer.Ordinal).Select(FactsFromRows.LearnPage)],
            Synonyms = [.. situations.Select(situation => synonyms.Where(row => row.SituationId == situation.Id)).Where(rows => rows.Any()).Select(FactsFromRows.Synonyms)],
            GeneralPlan = new() { Contacts = FactsFromRows.Contacts(generalPlan) },
            Duties = [.. duties.OrderBy(row => row.StateCode, StringComparer.Ordinal).Select(FactsFromRows.Duty)],
            AwarenessFacts = [.. awarenessFacts.Select(FactsFromRows.AwarenessFact)],
            Gazetteer = gazetteer,
        };
    }

    private static IQueryable<T> Sourced<T>(DbSet<T> records)
        where T : class, ISourcedRow =>
        records.AsNoTracking().AsSplitQuery().Include(record => record.Sources).Include(record => record.Verification);

    private static async Task<Gazetteer> ReadGazetteer(DirectoryContext database, CancellationToken cancel)
    {
        var states = await database.States.AsNoTracking().ToListAsync(cancel);
        var counties = await database.Counties.AsNoTracking().ToListAsync(cancel);
        var zipCounties = await database.ZipCounties.AsNoTracking().ToListAsync(cancel);
        var zipCodes = await database.ZipCodes.AsNoTracking().ToListAsync(cancel);
        var military = await database.MilitaryZipCodes.AsNoTracking().ToListAsync(cancel);
        var aliases = await database.PlaceAliases.AsNoTracking().ToListAsync(cancel);
        var primary = zipCounties.Where(pair => pair.IsPrimary).ToDictionary(pair => pair.Zip, pair => pair.CountyFips);

        return new()
        {
            States = [.. states.OrderBy(row => row.Code, StringComparer.Ordinal)
                .Select(row => new State { Code = row.Code, Fips = row.Fips, Name = row.Name, Kind = row.Kind })],
            Counties = [.. counties.OrderBy(row => row.Fips, StringComparer.Ordinal)
                .Select(row => new County { Fips = row.Fips, State = row.StateCode, Name = row.Name, ShortName = row.ShortName })],
            ZipCodes = [.. zipCodes.OrderBy(row => row.Zip, StringComparer.Ordinal)
                .Select(row => new ZipCode(row.Zip, row.Place, row.StateCode, primary[row.Zip], row.Latitude, row.Longitude))],
            ZipCounties = [.. zipCounties.OrderBy(row => row.Zip, StringComparer.Ordinal).ThenByDescending(row => row.IsPrimary).ThenBy(row => row.CountyFips, StringComparer.Ordinal)
                .Select(row => new ZipCounty(row.Zip, row.CountyFips, row.IsPrimary))],
            MilitaryZipCodes = [.. military.OrderBy(row => row.Zip, StringComparer.Ordinal).Select(row => new MilitaryZipCode(row.Zip, row.Place))],
            Aliases = [.. FactsFromRows.Aliases(aliases)],
        };
    }
}
