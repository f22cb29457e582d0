using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;

namespace WhereToReport.Domain.Answers;

/// <summary>A channel in an answer: who runs it, why it is there, and how sure its coverage of the place is.</summary>
public sealed record AnsweredChannel(Channel Channel, Organization? Operator, Bilingual? Why, CoverageBasis Basis);

public enum StepKind
{
    Contact,
    Do,
    Dont,
}

/// <summary>
/// One step of a plan. A contact step names the channel it leads to, or the role where the directory holds no channel
/// for it at this place (local police, the app where it happened).
/// </summary>
public sealed record PlanStep(StepKind Kind, Bilingual Text, Channel? Channel = null, Role? Role = null);

/// <summary>The channels to contact for a place and, where one was given, a situation, in order.</summary>
public sealed record Answer
{
    public required Place Place { get; init; }

    /// <summary>The counties the answer is for, the likeliest first; empty for a country or a state with several counties.</summary>
    public required IReadOnlyList<County> Counties { get; init; }
    public Situation? Situation { get; init; }
    public required IReadOnlyList<AnsweredChannel> Channels { get; init; }

    /// <summary>The plan of the situation; empty without one.</summary>
    public IReadOnlyList<PlanStep> Steps { get; init; } = [];

    public IEnumerable<AnsweredChannel> OfKind(ChannelKind kind) => Channels.Where(channel => channel.Channel.Kind == kind);
}

/// <summary>What a search leads to: an answer, a question which place is meant, or nothing.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>An answer; <paramref name="Match"/> says how the place was understood.</summary>
    public sealed record Answered(Answer Answer, PlaceMatch Match) : Outcome;

    /// <summary>Several places with different answers.</summary>
    public sealed record Choose(PlaceMatch.Several Match) : Outcome
    {
        public IReadOnlyList<PlaceChoice> Choices => Match.Choices;
    }

    /// <summary>Nothing found; <paramref name="Match"/> tells what was left to search for.</summary>
    public sealed record NotFound(PlaceMatch.None Match) : Outcome;
}
