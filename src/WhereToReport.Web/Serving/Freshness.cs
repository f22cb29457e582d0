using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace WhereToReport.Web.Serving;

/// <summary>
/// Lets browsers and caches keep public answers. A page depends on its address, the build and the revision alone, so its
/// tag is known before it is made and an unchanged page costs nothing. Caches may serve it while they ask again, and for
/// days when no node answers: an old phone number is better than none.
/// </summary>
public static class Freshness
{
    private const string HowLong = "public, max-age=60, s-maxage=300, stale-while-revalidate=3600, stale-if-error=604800";

    private static readonly string s_build = typeof(Freshness).Module.ModuleVersionId.ToString("N")[..8];

    public static void UseFreshness(this WebApplication app) => app.Use((context, next) =>
    {
        if (!IsPublicAnswer(context))
            return next(context);

        var tag = Tag(context.RequestServices.GetRequiredService<CurrentDirectory>());
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
        && (context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null || context.Request.Path.StartsWithSegments("/api/v1/answer"));

    private static EntityTagHeaderValue Tag(CurrentDirectory current)
    {
        var age = current.IsOld ? $"-{(int)current.Age.TotalDays}d" : "";
        return new($"\"{s_build}-{current.Snapshot.Revision}-{(int)current.Loaded.Origin}{age}\"", isWeak: true);
    }

    private static bool Holds(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList([.. request.Headers.IfNoneMatch.OfType<string>()], out var held)
        && held.Any(one => one.Compare(tag, useStrongComparison: false));

    private static void Label(HttpResponse response, EntityTagHeaderValue tag)
    {
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = HowLong;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
    }
}
