using WhereToReport.Domain;
using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;

namespace WhereToReport.Web.Answering;

/// <summary>A card of an answer: a channel, or a role that no channel fills here: the directory has none (the local police), or the place is not known yet.</summary>
public sealed record AnswerCard(AnsweredChannel? Answered, Role? Role, Bilingual? Why)
{
    public Channel? Channel => Answered?.Channel;

    /// <summary>True where only a place can say which channel it is.</summary>
    public bool DependsOnPlace => Role?.Fills is not null;

    /// <summary>True for a task force that is only one of those that may cover the place.</summary>
    public bool IsUnsureTaskForce => Answered is { Channel.Kind: ChannelKind.TaskForce, Basis: CoverageBasis.Possible };
}

/// <summary>The cards of an answer as a person reads them: what to do now, where to report, what else there is. Each keeps the plan's order.</summary>
public sealed class AnswerGroups
{
    public AnswerGroups(DirectorySnapshot directory, Answer answer)
    {
        Answer = answer;
        var cards = Cards(directory, answer).ToArray();
        var planned = answer.Situation is { } situation ? Cards(directory, answer, situation.Contacts).ToHashSet() : [];

        RightNow = [.. cards.Take(1).Where(IsEmergency)];
        Steps = [.. cards.Where(planned.Contains).Except(RightNow)];
        var rest = cards.Except(RightNow).Except(Steps).ToArray();
        Core = [.. rest.Where(card => IsCore(directory, card)).OrderBy(card => card.IsUnsureTaskForce)];
        More = [.. rest.Except(Core).Where(card => card.Channel is null or { TakesReports: true })];
        Support = [.. rest.Except(Core).Except(More)];
    }

    public Answer Answer { get; }

    /// <summary>911, where the plan begins with it.</summary>
    public IReadOnlyList<AnswerCard> RightNow { get; }

    /// <summary>The plan of the situation; empty without one.</summary>
    public IReadOnlyList<AnswerCard> Steps { get; }

    /// <summary>The CyberTipline, the task force and the child-protection line; task forces that only may be the right ones stand last.</summary>
    public IReadOnlyList<AnswerCard> Core { get; }
    public IReadOnlyList<AnswerCard> More { get; }
    public IReadOnlyList<AnswerCard> Support { get; }

    /// <summary>The contacts that the general plan puts first for a military address.</summary>
    public static IReadOnlyList<AnswerCard> Military(DirectorySnapshot directory, Answer answer) =>
        [.. answer.Channels.Where(channel => directory.Facts.GeneralPlan.Contacts.Any(contact => contact.Military && contact.Channel == channel.Channel.Id)).Select(Card)];

    private static bool IsEmergency(AnswerCard card) => card.Channel?.Kind == ChannelKind.Emergency;

    private static bool IsCore(DirectorySnapshot directory, AnswerCard card) =>
        card.DependsOnPlace || card.Channel is { Kind: ChannelKind.TaskForce or ChannelKind.ChildProtectionLine or ChannelKind.Emergency } || directory.AlwaysAtHand.Contains(card.Channel);

    private static IEnumerable<AnswerCard> Cards(DirectorySnapshot directory, Answer answer)
    {
        var general = directory.Facts.GeneralPlan.Contacts;
        return Cards(directory, answer, answer.Situation is { } situation ? situation.Contacts.Concat(general.Where(contact => contact.Always)) : general);
    }

    // The finder filled the plan; here the roles without a channel take their places in it.
    private static IEnumerable<AnswerCard> Cards(DirectorySnapshot directory, Answer answer, IEnumerable<PlannedContact> plan) => plan
        .SelectMany(contact => contact.Channel is { } id
            ? answer.Channels.Where(channel => channel.Channel.Id == id).Select(Card)
            : Fill(directory.Facts.Roles.Single(role => role.Id == contact.Role), answer, contact))
        .DistinctBy(card => card.Channel?.Id ?? card.Role!.Id);

    private static IEnumerable<AnswerCard> Fill(Role role, Answer answer, PlannedContact contact) =>
        role.Fills is { } kind && answer.Place is not Country ? answer.OfKind(kind).Select(Card) : [new(null, role, contact.Why)];

    private static AnswerCard Card(AnsweredChannel answered) => new(answered, null, answered.Why);
}
