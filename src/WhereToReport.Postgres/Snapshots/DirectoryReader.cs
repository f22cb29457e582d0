using Microsoft.EntityFrameworkCore;
using Npgsql;
using WhereToReport.Domain;
using WhereToReport.Domain.Places;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Snapshots;

/// <summary>Which state of the directory it is. The time tells apart databases that count from one each.</summary>
public sealed record Revision(long Number, DateTimeOffset MadeAt)
{
    /// <summary>The state that a snapshot is of.</summary>
    public static Revision Of(DirectorySnapshot snapshot) => new(snapshot.Revision, snapshot.ChangedAt);
}

/// <summary>Reads the whole directory from the database.</summary>
public static class DirectoryReader
{
    /// <summary>The newest revision, read on an open connection and inside its transaction if there is one; null before the first import.</summary>
    /// <exception cref="NpgsqlException">The database does not answer, or has no directory in it.</exception>
    public static async Task<Revision?> NewestRevision(NpgsqlConnection connection, CancellationToken cancel = default)
    {
        await using var command = new NpgsqlCommand("select number, made_at from directory_revision order by number desc limit 1", connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? new(reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1)) : null;
    }

    /// <summary>
    /// Everything, as one consistent state: call it inside a transaction that sees a single snapshot of the database
    /// (repeatable read) wherever something else may write at the same time.
    /// </summary>
    public static async Task<DirectoryFacts> Read(DirectoryContext database, CancellationToken cancel = default) =>
        await ReadRecords(database, await ReadGazetteer(database, cancel), cancel);

    /// <summary>All records, and of the places only what records refer to: states and counties.</summary>
    internal static async Task<DirectoryFacts> ReadRecords(DirectoryContext database, CancellationToken cancel) =>
        await ReadRecords(database, await ReadAreas(database, cancel), cancel);

    private static async Task<DirectoryFacts> ReadRecords(DirectoryContext database, Gazetteer gazetteer, CancellationToken cancel)
    {
        var stateOf = gazetteer.Counties.ToDictionary(county => county.Fips, county => county.State);
        var organizations = await All(RecordTypes.Organizations);
        var channels = await All(RecordTypes.Channels);
        var roles = await All(RecordTypes.Roles);
        var situations = await All(RecordTypes.Situations);
        var generalPlan = await All(RecordTypes.GeneralPlan);
        var learnPages = await All(RecordTypes.LearnPages);
        var synonyms = (await All(RecordTypes.Synonyms)).ToLookup(row => row.SituationId);
        var duties = await All(RecordTypes.Duties);
        var awarenessFacts = await All(RecordTypes.AwarenessFacts);

        return new()
        {
            Organizations = [.. organizations.OrderBy(row => row.Id, StringComparer.Ordinal).Select(FactsFromRows.Organization)],
            Channels = [.. channels.OrderBy(row => row.Position).Select(row => FactsFromRows.Channel(row, fips => stateOf[fips])).OrderBy(DirectoryFiles.PlaceOfFile)],
            Roles = [.. roles.OrderBy(row => row.Position).Select(FactsFromRows.Role)],
            Situations = [.. situations.OrderBy(row => row.Position).Select(FactsFromRows.Situation)],
            LearnPages = [.. learnPages.OrderBy(page => page.Language, StringComparer.Ordinal).ThenBy(page => page.Slug, StringComparer.Ordinal).Select(FactsFromRows.LearnPage)],
            Synonyms = [.. situations.OrderBy(row => row.Position).Select(situation => synonyms[situation.Id]).Where(rows => rows.Any()).Select(FactsFromRows.Synonyms)],
            GeneralPlan = new() { Contacts = FactsFromRows.Contacts(generalPlan) },
            Duties = [.. duties.OrderBy(row => row.StateCode, StringComparer.Ordinal).Select(FactsFromRows.Duty)],
            AwarenessFacts = [.. awarenessFacts.OrderBy(row => row.Position).Select(FactsFromRows.AwarenessFact)],
            Gazetteer = gazetteer,
        };

        Task<List<TRow>> All<TRecord, TRow>(RecordType<TRecord, TRow> type)
            where TRecord : class
            where TRow : class =>
            type.Query(database).AsNoTracking().ToListAsync(cancel);
    }

    private static async Task<Gazetteer> ReadAreas(DirectoryContext database, CancellationToken cancel)
    {
        var states = await database.States.AsNoTracking().ToListAsync(cancel);
        var counties = await database.Counties.AsNoTracking().ToListAsync(cancel);
        return new()
        {
            States = [.. states.OrderBy(row => row.Code, StringComparer.Ordinal)
                .Select(row => new State { Code = row.Code, Fips = row.Fips, Name = row.Name, Kind = row.Kind })],
            Counties = [.. counties.OrderBy(row => row.Fips, StringComparer.Ordinal)
                .Select(row => new County { Fips = row.Fips, State = row.StateCode, Name = row.Name, ShortName = row.ShortName })],
        };
    }

    private static async Task<Gazetteer> ReadGazetteer(DirectoryContext database, CancellationToken cancel)
    {
        var areas = await ReadAreas(database, cancel);
        var zipCounties = await database.ZipCounties.AsNoTracking().ToListAsync(cancel);
        var zipCodes = await database.ZipCodes.AsNoTracking().ToListAsync(cancel);
        var military = await database.MilitaryZipCodes.AsNoTracking().ToListAsync(cancel);
        var aliases = await database.PlaceAliases.AsNoTracking().ToListAsync(cancel);
        var cities = await database.WorldCities.AsNoTracking().ToListAsync(cancel);
        var primary = zipCounties.Where(pair => pair.IsPrimary).ToDictionary(pair => pair.Zip, pair => pair.CountyFips);

        return areas with
        {
            ZipCodes = [.. zipCodes.OrderBy(row => row.Zip, StringComparer.Ordinal)
                .Select(row => new ZipCode(row.Zip, row.Place, row.StateCode, primary[row.Zip], row.Latitude, row.Longitude))],
            ZipCounties = [.. zipCounties.OrderBy(row => row.Zip, StringComparer.Ordinal).ThenByDescending(row => row.IsPrimary).ThenBy(row => row.CountyFips, StringComparer.Ordinal)
                .Select(row => new ZipCounty(row.Zip, row.CountyFips, row.IsPrimary))],
            MilitaryZipCodes = [.. military.OrderBy(row => row.Zip, StringComparer.Ordinal).Select(row => new MilitaryZipCode(row.Zip, row.Place))],
            Aliases = [.. FactsFromRows.Aliases(aliases)],
            WorldCities = [.. cities.OrderBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.CountryCode, StringComparer.Ordinal)
                .Select(row => new WorldCity(row.Name, row.CountryCode))],
        };
    }
}
