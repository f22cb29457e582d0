using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;

namespace WhereToReport.Domain;

/// <summary>
/// The whole directory at one revision, immutable and ready to answer. Every public page is made from one snapshot and
/// nothing else, so that an outage of the database does not reach the people who look for help.
/// </summary>
public sealed class DirectorySnapshot
{
    private readonly Dictionary<string, Channel> _channels;
    private readonly Dictionary<string, Situation> _situations;
    private readonly Dictionary<string, Organization> _organizations;

    public DirectorySnapshot(DirectoryFacts facts, long revision, DateTimeOffset changedAt)
    {
        Facts = facts;
        Revision = revision;
        ChangedAt = changedAt;
        Places = new(facts.Gazetteer);
        Coverage = new(facts.Channels, facts.Gazetteer.Counties);
        Finder = new(facts, Places, Coverage);
        Topics = new(facts.Situations, facts.Synonyms);
        _channels = facts.Channels.Where(channel => channel.Publish).ToDictionary(channel => channel.Id);
        _situations = facts.Situations.ToDictionary(situation => situation.Id);
        _organizations = facts.Organizations.ToDictionary(organization => organization.Id);
        AlwaysAtHand = [.. facts.GeneralPlan.Contacts
            .Where(contact => contact is { Always: true, Channel: not null })
            .Select(contact => _channels[contact.Channel!])];
        TaskForces = [.. _channels.Values
            .Where(channel => channel.Kind == ChannelKind.TaskForce)
            .OrderBy(channel => channel.Id, StringComparer.Ordinal)];
    }

    public DirectoryFacts Facts { get; }

    /// <summary>The number of the revision, growing by one with each change; 0 for the bundled files.</summary>
    public long Revision { get; }

    /// <summary>When this revision was made.</summary>
    public DateTimeOffset ChangedAt { get; }
    public PlaceIndex Places { get; }
    public CoverageMap Coverage { get; }
    public Finder Finder { get; }
    public TopicIndex Topics { get; }

    /// <summary>The channels that stand on every page: 911 and the CyberTipline.</summary>
    public IReadOnlyList<Channel> AlwaysAtHand { get; }

    public IReadOnlyList<Channel> TaskForces { get; }

    public IReadOnlyCollection<Channel> Channels => _channels.Values;

    /// <summary>A published channel, or null.</summary>
    public Channel? Channel(string id) => _channels.GetValueOrDefault(id);

    public Situation? Situation(string id) => _situations.GetValueOrDefault(id);

    /// <summary>Who runs a channel, as far as a source names it.</summary>
    public Organization? OperatorOf(Channel channel) => channel.Operator is { } id ? _organizations[id] : null;
}
