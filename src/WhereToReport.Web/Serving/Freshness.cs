using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using WhereToReport.Web.Editors;

namespace WhereToReport.Web.Serving;

/// <summary>
/// Lets browsers and caches keep public answers. A page depends on its address, the build and the revision alone, so its
/// tag is known before it is made and an unchanged page costs nothing. Caches may serve it while they ask again, and for
/// days when no node answers: an old phone number is better than none.
/// </summary>
public static class Freshness
{
    private const string HowLong = "public, max-age=60, s-maxage=300, stale-while-revalidate=3600, stale-if-error=604800";

    public static void UseFreshness(this WebApplication app) => app.Use((context, next) =>
    {
        if (!IsPublicAnswer(context))
            return next(context);

        var tag = context.RequestServices.GetRequiredService<CurrentDirectory>().Edition.Tag;
        if (Holds(context.Request, tag))
        {
            Label(context.Response, tag);
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        // Only what was found is kept: the suggestions on other pages come from the database and can change at any time.
        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status200OK)
                Label(context.Response, tag);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static bool IsPublicAnswer(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && !Desk.Holds(context)
        && context.GetEndpoint()?.Metadata is { } endpoint
        && (endpoint.GetMetadata<PublicAnswer>() is not null || IsPublicPage(endpoint));

    // A page that says itself how it may be kept depends on more than its address.
    private static bool IsPublicPage(EndpointMetadataCollection endpoint) =>
        endpoint.GetMetadata<PageActionDescriptor>() is not null && endpoint.GetMetadata<ResponseCacheAttribute>() is null;

    private static bool Holds(HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList([.. request.Headers.IfNoneMatch.OfType<string>()], out var held)
        && EntityTagHeaderValue.Parse(tag) is var current
        && held.Any(one => one.Compare(current, useStrongComparison: false));

    private static void Label(HttpResponse response, string tag)
    {
        response.Headers.ETag = tag;
        response.Headers.CacheControl = HowLong;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
    }
}

/// <summary>Marks an endpoint whose answer depends on its address, the build and the revision alone, as public pages do.</summary>
public sealed class PublicAnswer
{
    public static readonly PublicAnswer Instance = new();

    private PublicAnswer()
    {
    }
}
