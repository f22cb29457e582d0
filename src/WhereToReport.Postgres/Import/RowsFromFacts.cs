using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;
using WhereToReport.Domain.Sources;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Import;

/// <summary>Writes the directory's records as rows of the database. <see cref="Snapshots.FactsFromRows"/> is the way back.</summary>
internal static class RowsFromFacts
{
    public static OrganizationRow Row(Organization organization) => new()
    {
        Id = organization.Id,
        Name = organization.Name,
        Kind = organization.Kind,
        City = organization.City,
    };

    public static ChannelRow Row(Channel channel, int position, CoverageExpansion expansion)
    {
        var row = new ChannelRow
        {
            Id = channel.Id,
            Position = position,
            Kind = channel.Kind,
            Name = channel.Name,
            OperatorId = channel.Operator,
            WhatFor = channel.WhatFor,
            NotFor = channel.NotFor,
            Audience = [.. channel.Audience.Select(EnumName<Audience>.Of)],
            Hours = channel.Hours,
            Languages = [.. channel.Languages],
            LanguagesNote = channel.LanguagesNote,
            Anonymous = channel.Anonymous,
            TakesReports = channel.TakesReports,
            LocalOnly = channel.LocalOnly,
            InhopeMember = channel.InhopeMember,
            IdentityConfidence = channel.Confidence?.Identity,
            ContactConfidence = channel.Confidence?.Contact,
            CoverageConfidence = channel.Confidence?.Coverage,
            Notes = channel.Notes,
            Publish = channel.Publish,
        };
        row.Contacts.AddRange(Contacts(channel).Select((contact, place) => { contact.Position = place; return contact; }));
        row.Coverage.AddRange(channel.Coverage.SelectMany((rule, place) => expansion.Areas(channel, rule).Select(area => new CoverageRow
        {
            ChannelId = channel.Id,
            Position = place,
            CountryCode = area.Country,
            StateCode = area.State,
            CountyFips = area.County,
            RestOfState = rule.RestOfState is not null,
            Basis = area.Basis,
        })));
        row.Situations.AddRange(channel.Situations.Select((situation, place) =>
            new ChannelSituationRow { ChannelId = channel.Id, SituationId = situation, Position = place }));
        return row.WithSources(channel.Sources, channel.Verification);
    }

    public static RoleRow Row(Role role, int position) => new RoleRow
    {
        Id = role.Id,
        Position = position,
        Name = role.Name,
        WhatFor = role.WhatFor,
        NotFor = role.NotFor,
        Website = role.Website,
        Fills = role.Fills,
        ContactConfidence = role.Confidence?.Contact,
        Notes = role.Notes,
    }.WithSources(role.Sources, role.Verification);

    public static SituationRow Row(Situation situation, int position)
    {
        var row = new SituationRow
        {
            Id = situation.Id,
            Position = position,
            Label = situation.Label,
            SchoolLabel = situation.SchoolLabel,
            LooksLike = situation.LooksLike,
            Danger = situation.Danger,
            ContactConfidence = situation.Confidence?.Contact,
            Notes = situation.Notes,
        };
        row.Contacts.AddRange(situation.Contacts.Select(Row));
        row.AlsoIf.AddRange(situation.AlsoIf.Select((also, place) =>
        {
            var alsoRow = new AlsoIfRow { SituationId = situation.Id, Position = place, When = also.When, Why = also.Why };
            alsoRow.Contacts.AddRange(also.Contacts.Select(Row));
            return alsoRow;
        }));
        row.Advice.AddRange(situation.Do.Select((advice, place) => Row(situation, advice, place, dont: false)));
        row.Advice.AddRange(situation.Dont.Select((advice, place) => Row(situation, advice, place, dont: true)));
        return row.WithSources(situation.Sources, situation.Verification);
    }

    public static PlannedContactRow Row(PlannedContact contact, int position) => new()
    {
        Position = position,
        ChannelId = contact.Channel,
        RoleId = contact.Role,
        Why = contact.Why,
        Always = contact.Always,
        Military = contact.Military,
        Abroad = contact.Abroad,
    };

    public static LearnPageRow Row(LearnPage page)
    {
        var row = new LearnPageRow
        {
            Slug = page.Slug,
            Language = page.Language,
            Title = page.Title,
            Summary = page.Summary,
            Reviewed = page.Reviewed,
            Markdown = page.Markdown,
        };
        row.Sources.AddRange(page.Sources.Select((source, position) =>
            new LearnSourceRow { Slug = page.Slug, Language = page.Language, Position = position, Url = source.Url, Title = source.Title }));
        return row;
    }

    public static IEnumerable<SynonymRow> Rows(Synonyms synonyms) =>
        new[] { ("en", synonyms.Words.En), ("es", synonyms.Words.Es) }.SelectMany(language => language.Item2.Select((word, position) =>
            new SynonymRow { SituationId = synonyms.Situation, Language = language.Item1, Position = position, Word = word }));

    public static DutyRow Row(Duty duty) => new DutyRow
    {
        StateCode = duty.State,
        Universal = duty.Universal,
        SchoolStaff = duty.SchoolStaff,
        OralDeadline = duty.OralDeadline,
        WrittenDeadline = duty.WrittenDeadline,
        ReportTo = duty.ReportTo,
        Statute = duty.Statute,
        StatuteUrl = duty.StatuteUrl,
        ContactConfidence = duty.Confidence?.Contact,
        Notes = duty.Notes,
    }.WithSources(duty.Sources, duty.Verification);

    public static AwarenessFactRow Row(AwarenessFact fact, int position) => new AwarenessFactRow
    {
        Id = fact.Id,
        Position = position,
        Statement = fact.Statement,
        Figure = fact.Figure,
        Year = fact.Year,
        ContactConfidence = fact.Confidence?.Contact,
        Notes = fact.Notes,
        Publish = fact.Publish,
    }.WithSources(fact.Sources, fact.Verification);

    public static IEnumerable<PlaceAliasRow> Rows(IEnumerable<PlaceAlias> aliases) => aliases.SelectMany(alias => alias.Counties is null
        ? [new PlaceAliasRow { Name = alias.Name, StateCode = alias.State, CountryCode = alias.Country }]
        : alias.Counties.Split(' ').Select((fips, place) => new PlaceAliasRow { Name = alias.Name, Position = place, CountyFips = fips }));

    private static IEnumerable<ContactRow> Contacts(Channel channel)
    {
        foreach (var phone in channel.Phones)
        {
            yield return new()
            {
                ChannelId = channel.Id,
                Kind = ContactKind.Phone,
                Value = phone.Number,
                Label = phone.Label,
                Extension = phone.Extension,
                Line = phone.Line,
                Confidence = phone.Confidence,
                Tty = phone.Tty,
                TollFree = phone.TollFree,
                InStateOnly = phone.InStateOnly,
            };
        }
        if (channel.Text is { } text)
            yield return new() { ChannelId = channel.Id, Kind = ContactKind.Text, Value = text.To, Body = text.Body };
        if (channel.ChatUrl is { } chat)
            yield return new() { ChannelId = channel.Id, Kind = ContactKind.Chat, Value = chat };
        if (channel.ReportUrl is { } form)
        {
            yield return new()
            {
                ChannelId = channel.Id,
                Kind = ContactKind.ReportForm,
                Value = form,
                Label = channel.ReportUrlFor,
                RestrictedTo = channel.ReportUrlRestrictedTo,
            };
        }
        if (channel.Website is { } website)
            yield return new() { ChannelId = channel.Id, Kind = ContactKind.Website, Value = website };
        if (channel.Email is { } email)
            yield return new() { ChannelId = channel.Id, Kind = ContactKind.Email, Value = email };
    }

    private static AdviceRow Row(Situation situation, Advice advice, int position, bool dont) => new()
    {
        SituationId = situation.Id,
        Dont = dont,
        Position = position,
        Text = advice.Text,
        CountryCode = advice.Country,
        SourceUrls = [.. advice.Sources],
    };

    private static T WithSources<T>(this T row, IReadOnlyList<Source> sources, Verification? verification)
        where T : ISourcedRow
    {
        row.Sources.AddRange(sources.Select((source, position) => new SourceRow
        {
            Position = position,
            Url = source.Url,
            Supports = [.. source.Supports],
            Date = source.Date,
            Official = source.Official,
        }));
        row.Verification = verification is null ? null : new() { Method = verification.Method, CheckedOn = verification.On, PhoneMenu = verification.PhoneMenu };
        return row;
    }
}
