using Microsoft.AspNetCore.Http.HttpResults;

namespace WhereToReport.Web.Api;

/// <summary>What went wrong, as problem details (RFC 9457).</summary>
/// <param name="Type">Tells kinds of problems apart.</param>
/// <param name="Title">What is wrong, the same for every problem of the kind.</param>
/// <param name="Status">The status code of the answer.</param>
/// <param name="Detail">A sentence to act on.</param>
public record ProblemBody(string Type, string Title, int Status, string Detail);

/// <summary>A request that cannot be understood.</summary>
/// <param name="Type">Tells kinds of problems apart.</param>
/// <param name="Title">What is wrong, the same for every problem of the kind.</param>
/// <param name="Status">The status code of the answer.</param>
/// <param name="Detail">A sentence to act on.</param>
/// <param name="Parameter">The name of the parameter that is wrong.</param>
public sealed record BadRequestBody(string Type, string Title, int Status, string Detail, string Parameter) : ProblemBody(Type, Title, Status, Detail);

/// <summary>A place that is not on record.</summary>
/// <param name="Type">Tells kinds of problems apart.</param>
/// <param name="Title">What is wrong, the same for every problem of the kind.</param>
/// <param name="Status">The status code of the answer.</param>
/// <param name="Detail">A sentence to act on.</param>
/// <param name="Suggestions">Places that may be meant; the likeliest stands first.</param>
public sealed record UnknownPlaceBody(string Type, string Title, int Status, string Detail, IReadOnlyList<PlaceBody> Suggestions) : ProblemBody(Type, Title, Status, Detail);

/// <summary>More requests than the quota allows.</summary>
/// <param name="Type">Tells kinds of problems apart.</param>
/// <param name="Title">What is wrong, the same for every problem of the kind.</param>
/// <param name="Status">The status code of the answer.</param>
/// <param name="Detail">A sentence to act on.</param>
/// <param name="ViolatedPolicies">The names of the quotas, as the header RateLimit-Policy has them.</param>
public sealed record TooManyRequestsBody(
    string Type,
    string Title,
    int Status,
    string Detail,
    [property: System.Text.Json.Serialization.JsonPropertyName("violated-policies")] IReadOnlyList<string> ViolatedPolicies) : ProblemBody(Type, Title, Status, Detail);

/// <summary>The problems that the API answers with.</summary>
internal static class ApiProblem
{
    public static ProblemHttpResult BadRequest(string parameter, string detail) => TypedResults.Problem(
        detail, statusCode: StatusCodes.Status400BadRequest, title: "The request cannot be understood.", extensions: [new("parameter", parameter)]);

    public static ProblemHttpResult NotFound(string title, string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: title);

    public static ProblemHttpResult Unavailable(string title, string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status503ServiceUnavailable, title: title);

    /// <summary>Adds a sentence to act on to what routing refuses by itself, and nothing about the inside of the site.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        context.ProblemDetails.Extensions.Remove("traceId");
        context.ProblemDetails.Detail ??= context.ProblemDetails.Status switch
        {
            StatusCodes.Status404NotFound => "Nothing is at this address. /data tells what there is.",
            StatusCodes.Status405MethodNotAllowed => $"This address answers {context.HttpContext.Response.Headers.Allow}.",
            StatusCodes.Status500InternalServerError => "The mistake is ours. Try again in a minute.",
            _ => null,
        };
    }
}
