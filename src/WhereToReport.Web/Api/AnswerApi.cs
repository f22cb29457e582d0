using Microsoft.AspNetCore.Http.HttpResults;
using WhereToReport.Domain;
using WhereToReport.Domain.Answers;
using WhereToReport.Web.Asking;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Api;

internal static class AnswerApi
{
    private const string UnknownPlace = "The place is not known.";
    private const string NoSuchName = "No place with this name is on record. One of the suggestions may be meant.";

    private static readonly ApiOperation s_answer = new(ApiOperation.FindHelp, "answer", "Whom to contact here",
        "The channels to contact for a place, in order, and with a situation the plan. A text that can mean several places with different answers brings a choice of places instead.")
    {
        Parameters = [ApiParameters.Place, ApiParameters.Situation, ApiParameters.Lang],
        Example = directory => new AnswerWords(directory, Language.English).Answer(Example(directory)),
        Failures =
        [
            ApiOperation.Unclear("situation", "Choose a situation from the list, or none."),
            new(StatusCodes.Status404NotFound, "No such place is on record.", new UnknownPlaceBody(
                "https://tools.ietf.org/html/rfc9110#section-15.5.5", UnknownPlace, StatusCodes.Status404NotFound, NoSuchName,
                [new("county", "06037", "Los Angeles County", "CA", "/us/ca/los-angeles-county")])),
        ],
    };

    /// <summary><c>/answer?place=…[&amp;situation=…][&amp;lang=en|es]</c></summary>
    public static void MapAnswer(this IEndpointRouteBuilder api) => api.MapRead<ReplyBody>("/answer", Answer, s_answer);

    private static async Task<Results<Ok<ReplyBody>, ProblemHttpResult>> Answer(
        string? place, string? situation, string? lang, CurrentDirectory current, Inquiry inquiry, CancellationToken cancel)
    {
        var directory = current.Snapshot;
        var question = new Question(place, situation, lang);
        if (new QuestionValidator(directory).Validate(question) is { IsValid: false } refused)
            return ApiProblem.BadRequest(refused.Errors[0].PropertyName.ToLowerInvariant(), refused.Errors[0].ErrorMessage);

        var language = Languages.FromCode(lang) ?? Language.English;
        var words = new AnswerWords(directory, language);
        var reply = await inquiry.Ask(place!, string.IsNullOrEmpty(situation) ? null : directory.Situation(situation), language, cancel);
        return reply.Outcome switch
        {
            Outcome.Answered answered => TypedResults.Ok<ReplyBody>(words.Answer(answered.Answer)),
            Outcome.Choose choose => TypedResults.Ok<ReplyBody>(words.Choose(choose.Choices)),
            _ => TypedResults.Problem(
                reply switch
                {
                    { Outcome: Outcome.NotFound { Match: { ForeignPostalCode: not null, UnknownZip: { } code } } } =>
                        $"No ZIP code {code} is on record: a ZIP code has five digits. For a postal code of another country, name the country.",
                    { Outcome: Outcome.NotFound { Match.UnknownZip: { } zip } } => $"No ZIP code {zip} is on record. Check the number: a ZIP code has five digits.",
                    { Suggestions.Count: > 0 } => NoSuchName,
                    { Outcome: Outcome.NotFound { Match.ForeignPostalCode: not null } } => "This may be a postal code of another country. Name the country.",
                    _ => "No place with this name is on record. Try a ZIP code, a county with its state, or a country.",
                },
                statusCode: StatusCodes.Status404NotFound,
                title: UnknownPlace,
                extensions: [new("suggestions", reply.Suggestions.Select(choice => AnswerWords.Place(choice.Place)).ToArray())]),
        };
    }

    private static Answer Example(DirectorySnapshot directory)
    {
        var whole = directory.Finder.Find(directory.Places.State("CA")!, directory.Facts.Situations[0]);
        return whole with { Channels = [.. whole.Channels.Take(1)], Steps = [.. whole.Steps.Take(2)] };
    }
}
