using Microsoft.EntityFrameworkCore;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Postgres.Import;
using WhereToReport.Postgres.Schema;
using WhereToReport.Postgres.Snapshots;

namespace WhereToReport.Postgres.Records;

/// <summary>The one place that knows every kind of record.</summary>
internal static class RecordTypes
{
    public static RecordType<Organization, OrganizationRow> Organizations { get; } = new()
    {
        Kind = RecordKind.Organization,
        Id = record => record.Id,
        All = facts => facts.Organizations,
        Replace = (facts, records) => facts with { Organizations = records },
        Query = database => database.Organizations,
        RowId = row => row.Id,
        FromRows = (rows, _) => FactsFromRows.Organization(rows[0]),
        ToRows = (record, _, _) => [RowsFromFacts.Row(record)],
    };

    public static RecordType<Situation, SituationRow> Situations { get; } = new()
    {
        Kind = RecordKind.Situation,
        Id = record => record.Id,
        All = facts => facts.Situations,
        Replace = (facts, records) => facts with { Situations = records },
        Query = database => Sourced(database.Situations)
            .Include(situation => situation.Contacts)
            .Include(situation => situation.AlsoIf).ThenInclude(also => also.Contacts)
            .Include(situation => situation.Advice),
        RowId = row => row.Id,
        FromRows = (rows, _) => FactsFromRows.Situation(rows[0]),
        ToRows = (record, position, _) => [RowsFromFacts.Row(record, position)],
    };

    public static RecordType<Role, RoleRow> Roles { get; } = new()
    {
        Kind = RecordKind.Role,
        Id = record => record.Id,
        All = facts => facts.Roles,
        Replace = (facts, records) => facts with { Roles = records },
        Query = database => Sourced(database.Roles),
        RowId = row => row.Id,
        FromRows = (rows, _) => FactsFromRows.Role(rows[0]),
        ToRows = (record, position, _) => [RowsFromFacts.Row(record, position)],
    };

    public static RecordType<Channel, ChannelRow> Channels { get; } = new()
    {
        Kind = RecordKind.Channel,
        Id = record => record.Id,
        All = facts => facts.Channels,
        Replace = (facts, records) => facts with { Channels = records },
        Query = database => Sourced(database.Channels)
            .Include(channel => channel.Contacts)
            .Include(channel => channel.Coverage)
            .Include(channel => channel.Situations),
        RowId = row => row.Id,
        FromRows = (rows, stateOf) => FactsFromRows.Channel(rows[0], stateOf),
        ToRows = (record, position, expansion) => [RowsFromFacts.Row(record, position, expansion)],
    };

    public static RecordType<GeneralPlan, PlannedContactRow> GeneralPlan { get; } = new()
    {
        Kind = RecordKind.GeneralPlan,
        Id = _ => RecordKey.GeneralPlan.Id,
        All = facts => facts.GeneralPlan.Contacts.Count > 0 ? [facts.GeneralPlan] : [],
        Replace = (facts, records) => facts with { GeneralPlan = records.SingleOrDefault() ?? new() },
        Query = database => database.PlannedContacts.Where(contact => contact.SituationId == null && contact.AlsoIfId == null),
        RowId = _ => RecordKey.GeneralPlan.Id,
        FromRows = (rows, _) => new() { Contacts = FactsFromRows.Contacts(rows) },
        ToRows = (record, _, _) => record.Contacts.Select(RowsFromFacts.Row),
    };

    public static RecordType<Synonyms, SynonymRow> Synonyms { get; } = new()
    {
        Kind = RecordKind.Synonyms,
        Id = record => record.Situation,
        All = facts => facts.Synonyms,
        Replace = (facts, records) => facts with { Synonyms = records },
        Query = database => database.Synonyms,
        RowId = row => row.SituationId,
        FromRows = (rows, _) => FactsFromRows.Synonyms(rows),
        ToRows = (record, _, _) => RowsFromFacts.Rows(record),
    };

    public static RecordType<Duty, DutyRow> Duties { get; } = new()
    {
        Kind = RecordKind.Duty,
        Id = record => record.State,
        All = facts => facts.Duties,
        Replace = (facts, records) => facts with { Duties = records },
        Query = database => Sourced(database.Duties),
        RowId = row => row.StateCode,
        FromRows = (rows, _) => FactsFromRows.Duty(rows[0]),
        ToRows = (record, _, _) => [RowsFromFacts.Row(record)],
    };

    public static RecordType<AwarenessFact, AwarenessFactRow> AwarenessFacts { get; } = new()
    {
        Kind = RecordKind.AwarenessFact,
        Id = record => record.Id,
        All = facts => facts.AwarenessFacts,
        Replace = (facts, records) => facts with { AwarenessFacts = records },
        Query = database => Sourced(database.AwarenessFacts),
        RowId = row => row.Id,
        FromRows = (rows, _) => FactsFromRows.AwarenessFact(rows[0]),
        ToRows = (record, position, _) => [RowsFromFacts.Row(record, position)],
    };

    public static RecordType<LearnPage, LearnPageRow> LearnPages { get; } = new()
    {
        Kind = RecordKind.LearnPage,
        Id = record => record.Language + "/" + record.Slug,
        All = facts => facts.LearnPages,
        Replace = (facts, records) => facts with { LearnPages = records },
        Query = database => database.LearnPages.Include(page => page.Sources),
        RowId = row => row.Language + "/" + row.Slug,
        FromRows = (rows, _) => FactsFromRows.LearnPage(rows[0]),
        ToRows = (record, _, _) => [RowsFromFacts.Row(record)],
    };

    public static IReadOnlyList<RecordType> All { get; } =
        [Organizations, Situations, Roles, Channels, GeneralPlan, Synonyms, Duties, AwarenessFacts, LearnPages];

    private static readonly Dictionary<RecordKind, RecordType> s_byKind = All.ToDictionary(type => type.Kind);

    public static RecordType Of(RecordKind kind) => s_byKind[kind];

    private static IQueryable<T> Sourced<T>(DbSet<T> records)
        where T : class, ISourcedRow =>
        records.AsSplitQuery().Include(record => record.Sources).Include(record => record.Verification);
}
