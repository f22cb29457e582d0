using Microsoft.Net.Http.Headers;
using WhereToReport.Web.Api;

namespace WhereToReport.Web.Serving;

/// <summary>
/// Lets the pages of every other site read what is meant for programs. The header stands on every answer, whether a browser
/// asked from another site or not: shared caches keep one copy for both.
/// </summary>
public static class OpenData
{
    private static readonly string[] s_paths = ["/api", "/openapi", "/hsds", "/data", "/oembed", ChangesFeed.Path];

    public static void UseOpenData(this WebApplication app) => app.Use((context, next) =>
    {
        if (!s_paths.Any(path => context.Request.Path.StartsWithSegments(path)))
            return next(context);
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.AccessControlAllowOrigin = "*";
            context.Response.Headers.AccessControlExposeHeaders = $"{HeaderNames.ETag}, {HeaderNames.Link}, {HeaderNames.RetryAfter}, RateLimit, RateLimit-Policy";
            return Task.CompletedTask;
        });
        return IsPreflight(context.Request) ? Permit(context.Response) : next(context);
    });

    private static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.ContainsKey(HeaderNames.AccessControlRequestMethod);

    private static Task Permit(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.AccessControlAllowMethods = "GET, HEAD";
        response.Headers.AccessControlAllowHeaders = "*";
        response.Headers.AccessControlMaxAge = "86400";
        return Task.CompletedTask;
    }
}
