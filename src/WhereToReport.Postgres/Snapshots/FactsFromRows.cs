using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;
using WhereToReport.Domain.Sources;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Snapshots;

/// <summary>Reads the directory's records back from rows of the database, exactly as <see cref="Import.RowsFromFacts"/> wrote them.</summary>
internal static class FactsFromRows
{
    public static Organization Organization(OrganizationRow row) => new() { Id = row.Id, Name = row.Name, Kind = row.Kind, City = row.City };

    /// <param name="row">The channel with all that belongs to it.</param>
    /// <param name="stateOf">The USPS code of the state of a county.</param>
    public static Channel Channel(ChannelRow row, Func<string, string> stateOf)
    {
        var form = Single(row, ContactKind.ReportForm);
        return new()
        {
            Id = row.Id,
            Kind = row.Kind,
            Name = row.Name,
            Operator = row.OperatorId,
            WhatFor = row.WhatFor,
            NotFor = row.NotFor,
            Audience = [.. row.Audience.Select(EnumName<Audience>.Parse)],
            Phones = [.. row.Contacts.Where(contact => contact.Kind == ContactKind.Phone).OrderBy(contact => contact.Position).Select(Phone)],
            Text = Single(row, ContactKind.Text) is { } text ? new(text.Value, text.Body) : null,
            ChatUrl = Single(row, ContactKind.Chat)?.Value,
            ReportUrl = form?.Value,
            ReportUrlFor = form?.Label,
            ReportUrlRestrictedTo = form?.RestrictedTo,
            Website = Single(row, ContactKind.Website)?.Value,
            Email = Single(row, ContactKind.Email)?.Value,
            Hours = row.Hours,
            Languages = row.Languages,
            LanguagesNote = row.LanguagesNote,
            Anonymous = row.Anonymous,
            TakesReports = row.TakesReports,
            LocalOnly = row.LocalOnly,
            InhopeMember = row.InhopeMember,
            Situations = [.. row.Situations.OrderBy(link => link.Position).Select(link => link.SituationId)],
            Coverage = [.. row.Coverage.GroupBy(area => area.Position).OrderBy(rule => rule.Key).Select(rule => Rule([.. rule], stateOf))],
            Sources = Sources(row),
            Verification = Verification(row),
            Confidence = Confidence(row.IdentityConfidence, row.ContactConfidence, row.CoverageConfidence),
            Notes = row.Notes,
            Publish = row.Publish,
        };
    }

    public static Role Role(RoleRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        WhatFor = row.WhatFor,
        NotFor = row.NotFor,
        Website = row.Website,
        Fills = row.Fills,
        Sources = Sources(row),
        Verification = Verification(row),
        Confidence = Confidence(null, row.ContactConfidence, null),
        Notes = row.Notes,
    };

    public static Situation Situation(SituationRow row) => new()
    {
        Id = row.Id,
        Label = row.Label,
        SchoolLabel = row.SchoolLabel,
        LooksLike = row.LooksLike,
        Danger = row.Danger,
        Contacts = Contacts(row.Contacts),
        AlsoIf = [.. row.AlsoIf.OrderBy(also => also.Position).Select(also => new AlsoIf { When = also.When, Contacts = Contacts(also.Contacts), Why = also.Why })],
        Do = Advice(row, dont: false),
        Dont = Advice(row, dont: true),
        Sources = Sources(row),
        Verification = Verification(row),
        Confidence = Confidence(null, row.ContactConfidence, null),
        Notes = row.Notes,
    };

    public static IReadOnlyList<PlannedContact> Contacts(IEnumerable<PlannedContactRow> rows) =>
    [
        .. rows.OrderBy(contact => contact.Position).Select(contact => new PlannedContact
        {
            Channel = contact.ChannelId,
            Role = contact.RoleId,
            Why = contact.Why,
            Always = contact.Always,
            Military = contact.Military,
            Abroad = contact.Abroad,
        }),
    ];

    public static LearnPage LearnPage(LearnPageRow row) => new()
    {
        Slug = row.Slug,
        Language = row.Language,
        Title = row.Title,
        Summary = row.Summary,
        Reviewed = row.Reviewed,
        Sources = [.. row.Sources.OrderBy(source => source.Position).Select(source => new LearnSource(source.Url, source.Title))],
        Markdown = row.Markdown,
    };

    public static Synonyms Synonyms(IEnumerable<SynonymRow> rows)
    {
        var words = rows.OrderBy(row => row.Position).ToLookup(row => row.Language, row => row.Word);
        return new() { Situation = rows.First().SituationId, Words = new() { En = [.. words["en"]], Es = [.. words["es"]] } };
    }

    public static Duty Duty(DutyRow row) => new()
    {
        State = row.StateCode,
        Universal = row.Universal,
        SchoolStaff = row.SchoolStaff,
        OralDeadline = row.OralDeadline,
        WrittenDeadline = row.WrittenDeadline,
        ReportTo = row.ReportTo,
        Statute = row.Statute,
        StatuteUrl = row.StatuteUrl,
        Sources = Sources(row),
        Verification = Verification(row),
        Confidence = Confidence(null, row.ContactConfidence, null),
        Notes = row.Notes,
    };

    public static AwarenessFact AwarenessFact(AwarenessFactRow row) => new()
    {
        Id = row.Id,
        Statement = row.Statement,
        Figure = row.Figure,
        Year = row.Year,
        Sources = Sources(row),
        Verification = Verification(row),
        Confidence = Confidence(null, row.ContactConfidence, null),
        Notes = row.Notes,
        Publish = row.Publish,
    };

    public static IEnumerable<PlaceAlias> Aliases(IEnumerable<PlaceAliasRow> rows) => rows
        .GroupBy(row => row.Name)
        .OrderBy(alias => alias.Min(row => row.Id))
        .Select(alias => alias.First() switch
        {
            { CountyFips: null } row => new PlaceAlias(alias.Key, row.StateCode, null, row.CountryCode),
            _ => new PlaceAlias(alias.Key, null, string.Join(' ', alias.OrderBy(row => row.Position).Select(row => row.CountyFips))),
        });

    private static ContactRow? Single(ChannelRow row, ContactKind kind) => row.Contacts.SingleOrDefault(contact => contact.Kind == kind);

    private static Phone Phone(ContactRow row) => new()
    {
        Number = row.Value,
        Extension = row.Extension,
        Label = row.Label,
        Line = row.Line!.Value,
        Confidence = row.Confidence,
        Tty = row.Tty,
        TollFree = row.TollFree,
        InStateOnly = row.InStateOnly,
    };

    private static CoverageRule Rule(CoverageRow[] areas, Func<string, string> stateOf) => areas[0] switch
    {
        { RestOfState: true, CountyFips: { } fips } first => new() { RestOfState = stateOf(fips), Basis = first.Basis },
        { CountyFips: not null } first => new() { Counties = [.. areas.OrderBy(area => area.Id).Select(area => area.CountyFips!)], Basis = first.Basis },
        { StateCode: { } state } first => new() { State = state, Basis = first.Basis },
        { CountryCode: { } country } first => new() { Country = country, Basis = first.Basis },
        var first => new() { World = true, Basis = first.Basis },
    };

    private static IReadOnlyList<Advice> Advice(SituationRow row, bool dont) =>
    [
        .. row.Advice.Where(advice => advice.Dont == dont)
            .OrderBy(advice => advice.Position)
            .Select(advice => new Advice { Text = advice.Text, Country = advice.CountryCode, Sources = advice.SourceUrls }),
    ];

    private static IReadOnlyList<Source> Sources(ISourcedRow row) =>
    [
        .. row.Sources.OrderBy(source => source.Position).Select(source => new Source
        {
            Url = source.Url,
            Supports = source.Supports,
            Date = source.Date,
            Official = source.Official,
        }),
    ];

    private static Verification? Verification(ISourcedRow row) =>
        row.Verification is { } verification ? new(verification.Method, verification.CheckedOn, verification.PhoneMenu) : null;

    private static ChannelConfidence? Confidence(Confidence? identity, Confidence? contact, Confidence? coverage) =>
        identity is null && contact is null && coverage is null ? null : new() { Identity = identity, Contact = contact, Coverage = coverage };
}
