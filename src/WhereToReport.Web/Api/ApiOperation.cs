using WhereToReport.Domain;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Api;

/// <summary>What the document tells of an address of the API.</summary>
/// <param name="Group">The part of the document that it stands in.</param>
/// <param name="Id">Its name in programs that are made from the document.</param>
/// <param name="Summary">What it gives, in a few words.</param>
/// <param name="Description">What a reader has to know.</param>
internal sealed record ApiOperation(string Group, string Id, string Summary, string Description)
{
    public const string FindHelp = "Find help";
    public const string Directory = "The directory";
    public const string Guidance = "What to do";
    public const string Changes = "What changed";

    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    /// <summary>An answer, made from the directory itself.</summary>
    public required Func<DirectorySnapshot, object> Example { get; init; }

    /// <summary>What can go wrong beyond the quota: status code, type of the problem, and when.</summary>
    public IReadOnlyList<ApiFailure> Failures { get; init; } = [];

    /// <summary>The usual failure of an address with parameters.</summary>
    public static ApiFailure Unclear(string parameter, string detail) => new(StatusCodes.Status400BadRequest, "A parameter has a value that cannot be used.",
        new BadRequestBody("https://tools.ietf.org/html/rfc9110#section-15.5.1", "The request cannot be understood.", StatusCodes.Status400BadRequest, detail, parameter));

    public static ApiFailure Unknown(string title, string detail) => new(StatusCodes.Status404NotFound, title,
        new ProblemBody("https://tools.ietf.org/html/rfc9110#section-15.5.5", title, StatusCodes.Status404NotFound, detail));
}

/// <summary>A way in which an operation fails.</summary>
/// <param name="Status">The status code.</param>
/// <param name="When">When it happens.</param>
/// <param name="Example">The problem as it is answered.</param>
internal sealed record ApiFailure(int Status, string When, ProblemBody Example);

internal static class ApiOperations
{
    /// <summary>An address of the API that is only read, with what the document tells of it.</summary>
    public static RouteHandlerBuilder MapRead<TBody>(this IEndpointRouteBuilder routes, string pattern, Delegate answer, ApiOperation operation, string mediaType = "application/json")
    {
        var route = routes.MapRead(pattern, answer)
            .WithMetadata(PublicAnswer.Instance, operation)
            .WithTags(operation.Group)
            .WithSummary(operation.Summary)
            .WithDescription(operation.Description)
            .Produces(StatusCodes.Status200OK, typeof(TBody), mediaType);
        foreach (var failure in operation.Failures.Append(ApiLimit.Failure))
            route.Produces(failure.Status, failure.Example.GetType(), "application/problem+json");
        return route;
    }
}
