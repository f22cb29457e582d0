using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;
using WhereToReport.Domain.Sources;
using WhereToReport.Web.Answering;

namespace WhereToReport.Web.Pages.Schools;

/// <summary>What one state asks of school staff, and whom to contact there.</summary>
public sealed class SchoolDuty
{
    private SchoolDuty(State state, Duty duty, AnswerGroups groups)
    {
        State = state;
        Duty = duty;
        Groups = groups;
        Contacts = [.. groups.Core.OrderByDescending(card => card.Channel?.Kind == ChannelKind.ChildProtectionLine)];
        ReadLawIn = [.. duty.Sources.Where(source => source.Supports.Contains("statute")).DistinctBy(source => source.Url)];
    }

    public State State { get; }

    public Duty Duty { get; }

    public AnswerGroups Groups { get; }

    /// <summary>The state's child-protection line first: a duty to report is a duty to report there or to the police.</summary>
    public IReadOnlyList<AnswerCard> Contacts { get; }

    /// <summary>The pages that name the law.</summary>
    public IReadOnlyList<Source> ReadLawIn { get; }

    /// <summary>The address of its page, without a language prefix.</summary>
    public string Path => PathOf(State);

    /// <summary>The address of the page about a state's duty, without a language prefix.</summary>
    public static string PathOf(State state) => "/schools/" + state.Code.ToLowerInvariant();

    /// <summary>The duty in a state (USPS code), or null where there is none on record.</summary>
    public static SchoolDuty? In(DirectorySnapshot directory, string state) =>
        directory.Places.State(state) is { } place && directory.Facts.Duties.FirstOrDefault(duty => duty.State == place.Code) is { } duty
            ? new(place, duty, new(directory, directory.Finder.Find(place)))
            : null;
}
