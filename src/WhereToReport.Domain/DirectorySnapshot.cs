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
    private readonly Dictionary<string, Role> _roles;
    private readonly ILookup<string, ChannelChange> _channelChanges;
    private readonly Lazy<PlaceSuggestions> _suggestions;

    /// <param name="facts">All that the directory knows.</param>
    /// <param name="revision">The number of this state.</param>
    /// <param name="changedAt">When this state was made.</param>
    /// <param name="history">How this state came to be, as far as that is known.</param>
    public DirectorySnapshot(DirectoryFacts facts, long revision, DateTimeOffset changedAt, DirectoryHistory? history = null)
    {
        History = history ?? new();
        _channelChanges = History.ChannelChanges.ToLookup(change => change.After.Id);
        Facts = facts;
        Revision = revision;
        ChangedAt = changedAt;
        Places = new(facts.Gazetteer);
        _suggestions = new(() => new(facts.Gazetteer));
        Coverage = new(facts.Channels, facts.Gazetteer.Counties);
        Finder = new(facts, Places, Coverage);
        Topics = new(facts.Situations, facts.Synonyms);
        _channels = facts.Channels.Where(channel => channel.Publish).ToDictionary(channel => channel.Id, StringComparer.OrdinalIgnoreCase);
        _situations = facts.Situations.ToDictionary(situation => situation.Id, StringComparer.OrdinalIgnoreCase);
        _roles = facts.Roles.ToDictionary(role => role.Id);
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

    /// <summary>How this revision came to be.</summary>
    public DirectoryHistory History { get; }
    public PlaceIndex Places { get; }

    /// <summary>What a person who is still typing may mean; made when it is first asked for.</summary>
    public PlaceSuggestions Suggestions => _suggestions.Value;
    public CoverageMap Coverage { get; }
    public Finder Finder { get; }
    public TopicIndex Topics { get; }

    /// <summary>The channels that stand on every page: 911 and the CyberTipline.</summary>
    public IReadOnlyList<Channel> AlwaysAtHand { get; }

    public IReadOnlyList<Channel> TaskForces { get; }

    public IReadOnlyCollection<Channel> Channels => _channels.Values;

    /// <summary>The published channel of an id in any case, or null.</summary>
    public Channel? Channel(string id) => _channels.GetValueOrDefault(id);

    /// <summary>The situation of an id in any case, or null.</summary>
    public Situation? Situation(string id) => _situations.GetValueOrDefault(id);

    /// <summary>When a channel or what is said of its operator last changed; when this revision was made where that is not known.</summary>
    public DateTimeOffset ChangedAtOf(Channel channel) => TimesOf(channel).Max();

    /// <summary>When a situation last changed; when this revision was made where that is not known.</summary>
    public DateTimeOffset ChangedAtOf(Situation situation) => TimeOf(History.Situations, situation.Id);

    /// <summary>When a duty last changed; when this revision was made where that is not known.</summary>
    public DateTimeOffset ChangedAtOf(Duty duty) => TimeOf(History.Duties, duty.State);

    /// <summary>The newest changes of a published channel, as far as they are known, the newest first.</summary>
    public IEnumerable<ChannelChange> ChangesOf(Channel channel) => _channelChanges[channel.Id];

    /// <summary>Who runs a channel, as far as a source names it.</summary>
    public Organization? OperatorOf(Channel channel) => channel.Operator is { } id ? _organizations[id] : null;

    /// <summary>The situations a channel is for: as its own record says, as their plans name it, or as they name a role that its kind fills.</summary>
    public IEnumerable<Situation> SituationsOf(Channel channel) => Facts.Situations.Where(situation =>
        channel.Situations.Contains(situation.Id)
        || situation.Contacts.Any(contact => contact.Channel == channel.Id || contact.Role is { } role && _roles[role].Fills == channel.Kind));

    private IEnumerable<DateTimeOffset> TimesOf(Channel channel)
    {
        yield return TimeOf(History.Channels, channel.Id);
        if (channel.Operator is { } id)
            yield return TimeOf(History.Organizations, id);
        if (!channel.Coverage.Any(rule => rule.RestOfState is not null))
            yield break;

        // Every other task force leaves more or less of the state to it.
        foreach (var time in History.Channels.Values)
            yield return time;
    }

    private DateTimeOffset TimeOf(IReadOnlyDictionary<string, DateTimeOffset> changes, string id) => changes.GetValueOrDefault(id, ChangedAt);
}
