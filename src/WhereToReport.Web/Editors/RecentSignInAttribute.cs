using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace WhereToReport.Web.Editors;

/// <summary>
/// Stands on pages that change ways to sign in or other people's accounts. Whoever does that must have signed in lately:
/// a browser left open, or a session that somebody got hold of, is not enough to stay in for good.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecentSignInAttribute : Attribute, IAsyncPageFilter
{
    /// <summary>How long signing in counts as lately.</summary>
    public static readonly TimeSpan Recent = TimeSpan.FromMinutes(30);

    /// <summary>The forms for which any session is enough, by the names of their handlers.</summary>
    public string[] Except { get; init; } = [];

    /// <summary>True where the page is not shown without it either, so that nobody types in vain.</summary>
    public bool AlsoToRead { get; init; }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (IsAskedFor(context.HandlerMethod?.HttpMethod, context.HandlerMethod?.Name) && !await IsRecent(context.HttpContext))
            context.Result = new RedirectResult($"{Desk.Path}/account/again{QueryString.Create("returnUrl", context.HttpContext.Request.Path)}");
        else
            await next();
    }

    private bool IsAskedFor(string? method, string? handler) =>
        method is not null && (HttpMethods.IsPost(method) ? handler is null || !Except.Contains(handler) : AlsoToRead);

    private static async Task<bool> IsRecent(HttpContext context)
    {
        var began = (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties?.IssuedUtc;
        return began > context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() - Recent;
    }
}
