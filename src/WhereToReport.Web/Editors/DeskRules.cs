using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing.Patterns;
using WhereToReport.Postgres.Editors;

namespace WhereToReport.Web.Editors;

/// <summary>Who may open which page of the desk: every address under <c>/editors</c> asks for the policy <see cref="Editor"/>, but for those listed here.</summary>
public static class DeskRules
{
    /// <summary>Anybody with an account.</summary>
    public const string Editor = nameof(EditorRole.Editor);

    /// <summary>Those who may accept what others propose.</summary>
    public const string Approver = nameof(EditorRole.Approver);

    /// <summary>Those who may invite people and lock accounts.</summary>
    public const string Admin = nameof(EditorRole.Admin);

    private const string Problem = "editors/problem/{code:int}";

    // For people who are not signed in: posts are counted by address.
    private static readonly HashSet<string> s_anonymous =
    [
        "editors/sign-in",
        "editors/sign-in/code",
        "editors/invite/{token}",
    ];

    private static readonly Dictionary<string, string> s_policies = new()
    {
        ["editors/people"] = Admin,
    };

    /// <summary>A role may do what the roles below it may.</summary>
    public static void AddPolicies(AuthorizationOptions authorization, string scheme)
    {
        foreach (var least in Enum.GetValues<EditorRole>())
        {
            authorization.AddPolicy(least.ToString(), policy => policy
                .AddAuthenticationSchemes(scheme)
                .RequireRole(Enum.GetValues<EditorRole>().Where(role => role >= least).Select(role => role.ToString())));
        }
    }

    /// <summary>Puts the rule on an endpoint under <c>/editors</c>; leaves all others alone.</summary>
    public static void Apply(EndpointBuilder endpoint)
    {
        if (endpoint is not RouteEndpointBuilder { RoutePattern: var pattern } || !IsOfDesk(pattern))
            return;
        var route = pattern.RawText!.Trim('/').ToLowerInvariant();
        endpoint.Metadata.Add(route == Problem || s_anonymous.Contains(route)
            ? new AllowAnonymousAttribute()
            : new AuthorizeAttribute(s_policies.GetValueOrDefault(route, Editor)));
        if (s_anonymous.Contains(route))
            endpoint.Metadata.Add(new EnableRateLimitingAttribute(SignInLimit.Policy));
    }

    private static bool IsOfDesk(RoutePattern pattern) =>
        pattern.PathSegments is [{ Parts: [RoutePatternLiteralPart first] }, ..] && first.Content.Equals(Desk.Path[1..], StringComparison.OrdinalIgnoreCase);
}
