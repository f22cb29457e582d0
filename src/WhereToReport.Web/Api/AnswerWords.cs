using WhereToReport.Domain;
using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;

namespace WhereToReport.Web.Api;

/// <summary>Says an answer in one language, as the JSON answer has it.</summary>
internal sealed class AnswerWords(DirectorySnapshot directory, Language language)
{
    private readonly ChannelWords _channels = new(directory, language);

    public AnswerBody Answer(Answer answer) => new(
        Place(answer.Place),
        [.. answer.Counties.Select(county => county.Fips)],
        answer.Situation?.Id,
        [.. answer.Channels.Select(Channel)],
        answer.Situation is null ? null : [.. answer.Steps.Select(step => new StepBody(step.Kind, step.Text.In(language), step.Channel?.Id))],
        directory.Revision);

    public ChooseBody Choose(IEnumerable<PlaceChoice> choices) =>
        new([.. choices.Select(choice => Place(choice.Place))], directory.Revision);

    public static PlaceBody Place(Place place) => place switch
    {
        County county => new("county", county.Fips, county.Name, county.State, county.Path),
        State state => new("state", state.Code, state.Name, state.Code, state.Path),
        _ => new("country", place.Id, place.Name, null, place.Path),
    };

    private ChannelBody Channel(AnsweredChannel answered)
    {
        var channel = answered.Channel;
        return new(
            channel.Id,
            channel.Kind,
            channel.Name.In(language),
            answered.Operator?.Name.In(language),
            answered.Why?.In(language),
            _channels.Phones(channel),
            ChannelWords.Text(channel),
            channel.ChatUrl,
            channel.PublicReportUrl,
            channel.PublicReportUrl is null ? null : channel.ReportUrlFor?.In(language),
            channel.PublicWebsite,
            channel.Email,
            channel.Hours?.In(language),
            channel.Languages,
            channel.Anonymous,
            channel.TakesReports,
            channel.Kind == ChannelKind.TaskForce ? answered.Basis : null,
            RecordWords.Verification(channel.Verification),
            [.. channel.Sources.Select(source => source.Url).Distinct()]);
    }
}
