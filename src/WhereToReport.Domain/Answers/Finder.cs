using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;

namespace WhereToReport.Domain.Answers;

/// <summary>
/// Answers the one question of the directory: whom to contact for this place and this situation, in which order.
/// <para>Every answer holds the contacts that the general plan marks as always shown (911, the CyberTipline, the task force
/// and the child-protection line of the place), in the situation's own order where it names them, else after it.</para>
/// </summary>
public sealed class Finder
{
    private readonly PlaceIndex _places;
    private readonly CoverageMap _coverage;
    private readonly GeneralPlan _generalPlan;
    private readonly Dictionary<string, Role> _roles;
    private readonly Dictionary<string, Organization> _organizations;
    private readonly AbroadFinder _abroad;

    public Finder(DirectoryFacts facts, PlaceIndex places, CoverageMap coverage)
    {
        _places = places;
        _coverage = coverage;
        _generalPlan = facts.GeneralPlan;
        _roles = facts.Roles.ToDictionary(role => role.Id);
        _organizations = facts.Organizations.ToDictionary(organization => organization.Id);
        _abroad = new(facts, coverage);
    }

    /// <summary>The answer for one place.</summary>
    public Answer Find(Place place, Situation? situation = null) =>
        place is Country country && country != Country.UnitedStates ? _abroad.Find(country, situation) : FindAtHome(place, situation);

    private Answer FindAtHome(Place place, Situation? situation)
    {
        // What serves the whole world is for people in other countries.
        var covering = _coverage.Covering(place).Where(channel => !channel.Channel.IsWorldwide).ToDictionary(channel => channel.Channel.Id);
        var contacts = situation is null
            ? _generalPlan.Contacts
            : situation.Contacts.Concat(_generalPlan.Contacts.Where(contact => contact.Always));

        return new Answer
        {
            Place = place,
            Counties = CountiesOf(place),
            Situation = situation,
            Channels = [.. contacts.SelectMany(contact => Fill(contact, covering)).DistinctBy(channel => channel.Channel.Id)],
            Steps = situation is null ? [] : [.. Steps(situation, covering)],
        };
    }

    /// <summary>
    /// The answer for what a text was found to mean. Counties with one and the same answer are answered together;
    /// only where the answers differ must the person choose.
    /// </summary>
    public Outcome Find(PlaceMatch match, Situation? situation = null) => match switch
    {
        PlaceMatch.One { Military: not null } military => new Outcome.Answered(MilitaryFirst(Find(military.Place, situation)), military),
        PlaceMatch.One one => new Outcome.Answered(Find(one.Place, situation), one),
        PlaceMatch.Several several => Together(several, situation) is { } answer
            ? new Outcome.Answered(answer, several)
            : new Outcome.Choose(several),
        PlaceMatch.None none => new Outcome.NotFound(none),
        _ => throw new ArgumentOutOfRangeException(nameof(match)),
    };

    /// <summary>The channels that fill a planned contact at a place; none where the directory has no such channel there.</summary>
    public IReadOnlyList<AnsweredChannel> Filling(PlannedContact contact, Place place) =>
        [.. Fill(contact, _coverage.Covering(place).ToDictionary(channel => channel.Channel.Id))];

    private Answer MilitaryFirst(Answer answer) => answer with
    {
        Channels = [.. _generalPlan.Contacts.Where(contact => contact.Military)
            .SelectMany(contact => Filling(contact, answer.Place))
            .Concat(answer.Channels)
            .DistinctBy(channel => channel.Channel.Id)],
    };

    private Answer? Together(PlaceMatch.Several several, Situation? situation)
    {
        var counties = several.Choices.Select(choice => choice.Place).OfType<County>().ToArray();
        if (counties.Length < several.Choices.Count || counties.Select(county => county.State).Distinct().Count() > 1)
            return null;

        var answers = counties.Select(county => Find(county, situation)).ToArray();
        return answers.Skip(1).All(answer => SameChannels(answer, answers[0])) ? answers[0] with { Counties = counties } : null;
    }

    private static bool SameChannels(Answer one, Answer other) =>
        one.Channels.Select(channel => (channel.Channel.Id, channel.Basis))
            .SequenceEqual(other.Channels.Select(channel => (channel.Channel.Id, channel.Basis)));

    private IReadOnlyList<County> CountiesOf(Place place) => place switch
    {
        County county => [county],
        State state when _places.CountiesOf(state).ToArray() is [var only] => [only],
        _ => [],
    };

    private IEnumerable<AnsweredChannel> Fill(PlannedContact contact, Dictionary<string, CoveringChannel> covering)
    {
        if (contact.Channel is { } id)
            return covering.TryGetValue(id, out var channel) ? [Answered(channel, contact)] : [];
        return _roles[contact.Role!].Fills is { } kind
            ? CoverageMap.OfKind(covering.Values, kind).Select(channel => Answered(channel, contact))
            : [];
    }

    private AnsweredChannel Answered(CoveringChannel covering, PlannedContact contact) =>
        new(covering.Channel, covering.Channel.Operator is { } id ? _organizations[id] : null, contact.Why, covering.Basis);

    private IEnumerable<PlanStep> Steps(Situation situation, Dictionary<string, CoveringChannel> covering)
    {
        foreach (var contact in situation.Contacts)
        {
            var filled = Fill(contact, covering).ToArray();
            foreach (var channel in filled)
                yield return new(StepKind.Contact, WithReason(channel.Channel.Name, contact.Why), channel.Channel);
            if (filled.Length == 0 && contact.Role is { } role && _roles[role].Fills is null)
                yield return new(StepKind.Contact, WithReason(_roles[role].Name, contact.Why), Role: _roles[role]);
        }
        foreach (var step in AdviceSteps(situation, Country.UnitedStates))
            yield return step;
    }

    /// <summary>What to do and not to do in a country.</summary>
    internal static IEnumerable<PlanStep> AdviceSteps(Situation situation, Country country) =>
        situation.Do.Where(advice => advice.Fits(country)).Select(advice => new PlanStep(StepKind.Do, advice.Text))
            .Concat(situation.Dont.Where(advice => advice.Fits(country)).Select(advice => new PlanStep(StepKind.Dont, advice.Text)));

    internal static Bilingual WithReason(Bilingual name, Bilingual? why) =>
        why is null ? name : new($"{name.En}: {why.En}", $"{name.In(Language.Spanish)}: {why.In(Language.Spanish)}");
}
