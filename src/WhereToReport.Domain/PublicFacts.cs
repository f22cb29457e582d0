using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Sources;

namespace WhereToReport.Domain;

public static class PublicFacts
{
    /// <summary>The facts as anybody may have them: published records only, without the notes of editors.</summary>
    public static DirectoryFacts ForPublic(this DirectoryFacts facts) => facts with
    {
        Channels = [.. facts.Channels.Where(channel => channel.Publish).Select(Plain)],
        Roles = [.. facts.Roles.Select(Plain)],
        Situations = [.. facts.Situations.Select(Plain)],
        Duties = [.. facts.Duties.Select(Plain)],
        AwarenessFacts = [.. facts.AwarenessFacts.Where(fact => fact.Publish).Select(Plain)],
    };

    private static Channel Plain(Channel channel) => channel with { Notes = null, Sources = Plain(channel.Sources) };

    private static Role Plain(Role role) => role with { Notes = null, Sources = Plain(role.Sources) };

    private static Situation Plain(Situation situation) => situation with { Notes = null, Sources = Plain(situation.Sources) };

    private static Duty Plain(Duty duty) => duty with { Notes = null, Sources = Plain(duty.Sources) };

    private static AwarenessFact Plain(AwarenessFact fact) => fact with { Notes = null, Sources = Plain(fact.Sources) };

    private static IReadOnlyList<Source> Plain(IReadOnlyList<Source> sources) => [.. sources.Select(source => source with { Supports = [] })];
}
