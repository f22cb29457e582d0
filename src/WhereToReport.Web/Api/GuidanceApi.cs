using WhereToReport.Domain;

namespace WhereToReport.Web.Api;

internal static class GuidanceApi
{
    private const string UnknownDuty = "No rule is on record.";
    private const string NoSuchDuty = "There is no rule for this code. Use the USPS code of a state, the District of Columbia or a territory, such as CA.";

    private static readonly ApiOperation s_situations = new(ApiOperation.Guidance, "situations", "What can have happened",
        "Every situation with its plan, as far as it is the same everywhere. `/answer` gives the plan for a place.")
    {
        Parameters = [ApiParameters.Lang],
        Example = directory => new SituationsBody([.. directory.Facts.Situations.Take(1).Select(new GuidanceWords(directory, Language.English).Situation)], directory.Revision),
        Failures = [ApiOperation.Unclear("lang", "lang is not one of en, es.")],
    };

    private static readonly ApiOperation s_duty = new(ApiOperation.Guidance, "duty", "The duty of school staff to report", "A state's rule on who must report child abuse, how fast and to whom.")
    {
        Parameters = [ApiParameters.DutyState, ApiParameters.Lang],
        Example = directory => Duty(directory, directory.Facts.Duties[0].State, Language.English)!,
        Failures = [ApiOperation.Unclear("lang", "lang is not one of en, es."), ApiOperation.Unknown(UnknownDuty, NoSuchDuty)],
    };

    /// <summary><c>/situations</c> and <c>/duties/{state}</c></summary>
    public static void MapGuidance(this IEndpointRouteBuilder api)
    {
        api.MapRead<SituationsBody>("/situations", IResult ([AsParameters] ApiRequest request) =>
        {
            var words = new GuidanceWords(request.Directory, request.Language());
            return request.IsUnclear(out var refusal)
                ? refusal
                : TypedResults.Ok(new SituationsBody([.. request.Directory.Facts.Situations.Select(words.Situation)], request.Directory.Revision));
        }, s_situations);
        api.MapRead<DutyBody>("/duties/{state}", IResult ([AsParameters] ApiRequest request, string state) =>
        {
            var language = request.Language();
            if (request.IsUnclear(out var refusal))
                return refusal;
            return Duty(request.Directory, state, language) is { } duty ? TypedResults.Ok(duty) : ApiProblem.NotFound(UnknownDuty, NoSuchDuty);
        }, s_duty);
    }

    private static DutyBody? Duty(DirectorySnapshot directory, string code, Language language) =>
        directory.Places.State(code) is { } state && directory.Facts.Duties.FirstOrDefault(duty => duty.State == state.Code) is { } duty
            ? new GuidanceWords(directory, language).Duty(duty, state)
            : null;
}
