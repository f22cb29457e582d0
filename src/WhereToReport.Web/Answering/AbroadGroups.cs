using WhereToReport.Domain;
using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Contacts;

namespace WhereToReport.Web.Answering;

/// <summary>The cards of an answer for a country outside the USA, as a person reads them. Each group keeps the answer's order.</summary>
public sealed class AbroadGroups
{
    public AbroadGroups(DirectorySnapshot directory, Answer answer)
    {
        Answer = answer;
        Country = (Country)answer.Place;
        Emergencies = Dialling.Emergencies(directory, Country);

        var planned = answer.Steps.Select(step => step.Channel).OfType<Channel>().ToHashSet();
        AnswerCard[] cards = [.. answer.Channels.Select(answered => new AnswerCard(answered, null, answered.Why))];
        AnswerCard[] rest = [.. cards.Where(card => !planned.Contains(card.Channel!))];
        AnswerCard[] own = [.. rest.Where(card => card.Channel!.CountryAbroad() == Country)];
        Steps = [.. answer.Steps.Select(step => step.Channel).OfType<Channel>().Select(channel => cards.First(card => card.Channel == channel))];
        Report = [.. own.Where(card => card.Channel!.TakesReports)];
        Support = [.. own.Except(Report)];
        OfTheUnitedStates = [.. rest.Where(card => directory.Facts.GeneralPlan.Contacts.Any(contact => contact.Abroad && contact.Channel == card.Channel!.Id))];
        Worldwide = [.. rest.Except(own).Except(OfTheUnitedStates)];
        HasOwnReports = answer.Channels.Any(answered => answered.Channel.CountryAbroad() == Country && answered.Channel.TakesReports);
    }

    public Answer Answer { get; }
    public Country Country { get; }

    /// <summary>The emergency numbers that a source names; empty where none does.</summary>
    public IReadOnlyList<(Phone Phone, Channel Channel)> Emergencies { get; }

    /// <summary>The plan of the situation; empty without one.</summary>
    public IReadOnlyList<AnswerCard> Steps { get; }

    /// <summary>The country's own channels that take reports, but for those of the plan.</summary>
    public IReadOnlyList<AnswerCard> Report { get; }

    /// <summary>The country's own channels that only give support, but for those of the plan.</summary>
    public IReadOnlyList<AnswerCard> Support { get; }
    public IReadOnlyList<AnswerCard> Worldwide { get; }

    /// <summary>Channels of the USA, for what has to do with it.</summary>
    public IReadOnlyList<AnswerCard> OfTheUnitedStates { get; }

    /// <summary>True where a source names a channel of the country that takes reports.</summary>
    public bool HasOwnReports { get; }
}
