using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using WhereToReport.Domain;
using WhereToReport.Domain.Answers;
using WhereToReport.Web.Asking;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Api;

public static class AnswerApi
{
    /// <summary>Values by their names in kebab case; nothing is left out, so that a reader can rely on every field.</summary>
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary><c>GET /api/v1/answer?place=…[&amp;situation=…][&amp;lang=en|es]</c></summary>
    public static void MapAnswerApi(this WebApplication app) => app.MapMethods("/api/v1/answer", ["GET", "HEAD"], Answer);

    private static async Task<Results<JsonHttpResult<AnswerBody>, JsonHttpResult<ChooseBody>, ProblemHttpResult>> Answer(
        string? place, string? situation, string? lang, CurrentDirectory current, Inquiry inquiry, CancellationToken cancel)
    {
        var directory = current.Snapshot;
        var question = new Question(place, situation, lang);
        if (new QuestionValidator(directory).Validate(question) is { IsValid: false } refused)
            return TypedResults.Problem(refused.Errors[0].ErrorMessage, statusCode: StatusCodes.Status400BadRequest, title: "The question cannot be understood.");

        var language = Languages.FromCode(lang) ?? Language.English;
        var words = new AnswerWords(directory, language);
        var reply = await inquiry.Ask(place!, string.IsNullOrEmpty(situation) ? null : directory.Situation(situation), language, cancel);
        return reply.Outcome switch
        {
            Outcome.Answered answered => TypedResults.Json(words.Answer(answered.Answer), s_json),
            Outcome.Choose choose => TypedResults.Json(words.Choose(choose.Choices), s_json),
            _ => TypedResults.Problem(
                reply.Suggestions.Count > 0
                    ? "No place with this name is on record. One of the suggestions may be meant."
                    : "No place with this name is on record. Try a ZIP code, or a county with its state.",
                statusCode: StatusCodes.Status404NotFound,
                title: "The place is not known.",
                extensions: [new("suggestions", reply.Suggestions.Select(choice => AnswerWords.Place(choice.Place)).ToArray())]),
        };
    }
}
