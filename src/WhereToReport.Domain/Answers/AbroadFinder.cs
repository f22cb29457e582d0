using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;

namespace WhereToReport.Domain.Answers;

/// <summary>
/// Answers for countries outside the USA. The plans name channels of the USA; abroad each stands for the country's own
/// channels of the same part: the CyberTipline for its content hotlines, the task force for its police. After them come the
/// channels for the whole world, then those of the USA for what has to do with it.
/// </summary>
internal sealed class AbroadFinder
{
    private static readonly Dictionary<Part, Bilingual> s_reasons = new()
    {
        [Part.Emergency] = new("When a child is in danger now.", "Cuando un menor está en peligro ahora."),
        [Part.ContentHotline] = new(
            "Takes reports of child sexual abuse material (CSAM) and other illegal content online.",
            "Recibe denuncias de material de abuso sexual infantil (CSAM, por sus siglas en inglés) y otro contenido ilegal en internet."),
        [Part.Police] = new("A police channel for crimes against children.", "Un canal de la policía para delitos contra menores."),
        [Part.ReportingHelpline] = new("Help for children and families. It takes reports too.", "Ayuda para menores y familias. También recibe denuncias."),
        [Part.Helpline] = new("Someone to talk to. A call here is not a report.", "Alguien con quien hablar. Una llamada aquí no es una denuncia."),
    };

    private readonly CoverageMap _coverage;
    private readonly GeneralPlan _generalPlan;
    private readonly Dictionary<string, Role> _roles;
    private readonly Dictionary<string, Channel> _channels;
    private readonly Dictionary<string, Organization> _organizations;

    public AbroadFinder(DirectoryFacts facts, CoverageMap coverage)
    {
        _coverage = coverage;
        _generalPlan = facts.GeneralPlan;
        _roles = facts.Roles.ToDictionary(role => role.Id);
        _channels = facts.Channels.Where(channel => channel.Publish).ToDictionary(channel => channel.Id);
        _organizations = facts.Organizations.ToDictionary(organization => organization.Id);
    }

    private enum Part
    {
        Emergency,
        ContentHotline,
        Police,
        ReportingHelpline,
        Helpline,
    }

    public Answer Find(Country country, Situation? situation)
    {
        var planned = Parts(situation?.Contacts ?? []);
        var order = planned.Concat(Parts(_generalPlan.Contacts)).Concat(Enum.GetValues<Part>()).Distinct().ToList();
        var covering = _coverage.Covering(country)
            .OrderBy(channel => order.IndexOf(PartOf(channel.Channel)))
            .ThenBy(channel => channel.Channel.Name.En, StringComparer.Ordinal)
            .ToLookup(channel => channel.Channel.IsWorldwide);
        AnsweredChannel[] ofTheUnitedStates = [.. OfTheUnitedStates()];
        AnsweredChannel[] own = [.. covering[false].Select(Answered)];
        AnsweredChannel[] everywhere = [.. covering[true].Where(channel => ofTheUnitedStates.All(listed => listed.Channel != channel.Channel)).Select(Answered)];

        return new Answer
        {
            Place = country,
            Counties = [],
            Situation = situation,
            Channels = [.. own, .. everywhere, .. ofTheUnitedStates],
            Steps = situation is null ? [] : [.. Steps(country, situation, Planned(planned, own, everywhere))],
        };
    }

    // Where a country has no hotline or helpline of its own, the worldwide ones stand in the plan in its place.
    private static IEnumerable<AnsweredChannel> Planned(Part[] planned, AnsweredChannel[] own, AnsweredChannel[] everywhere) => planned.SelectMany(part =>
        own.Where(Plays(part)) is var found && found.Any() ? found : everywhere.Where(Plays(part)));

    private static Func<AnsweredChannel, bool> Plays(Part part) => channel => PartOf(channel.Channel) == part;

    private static IEnumerable<PlanStep> Steps(Country country, Situation situation, IEnumerable<AnsweredChannel> contacts) =>
        contacts.Select(contact => new PlanStep(StepKind.Contact, Finder.WithReason(contact.Channel.Name, contact.Why), contact.Channel))
            .Concat(Finder.AdviceSteps(situation, country));

    private Part[] Parts(IEnumerable<PlannedContact> contacts) => [.. contacts.Select(PartFor).OfType<Part>().Distinct()];

    private Part? PartFor(PlannedContact contact) => contact.Channel is { } id
        ? _channels.TryGetValue(id, out var channel) ? PartOf(channel) : null
        : _roles[contact.Role!].Fills is { } kind ? PartOf(kind, takesReports: true) : null;

    private static Part PartOf(Channel channel) => PartOf(channel.Kind, channel.TakesReports);

    private static Part PartOf(ChannelKind kind, bool takesReports) => kind switch
    {
        ChannelKind.Emergency => Part.Emergency,
        ChannelKind.ContentHotline or ChannelKind.OnlineReport => Part.ContentHotline,
        ChannelKind.Police or ChannelKind.TaskForce or ChannelKind.TipLine => Part.Police,
        _ => takesReports ? Part.ReportingHelpline : Part.Helpline,
    };

    private IEnumerable<AnsweredChannel> OfTheUnitedStates() => _generalPlan.Contacts
        .Where(contact => contact.Abroad && _channels.ContainsKey(contact.Channel!))
        .Select(contact => new AnsweredChannel(_channels[contact.Channel!], OperatorOf(_channels[contact.Channel!]), contact.Why, CoverageBasis.Stated));

    private AnsweredChannel Answered(CoveringChannel covering) => new(
        covering.Channel, OperatorOf(covering.Channel), covering.Channel.WhatFor ?? s_reasons[PartOf(covering.Channel)], covering.Basis);

    private Organization? OperatorOf(Channel channel) => channel.Operator is { } id ? _organizations[id] : null;
}
