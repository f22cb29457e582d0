namespace WhereToReport.Web.Editors;

/// <summary>
/// The only cookies of the site. They go to the desk and nowhere else; <c>__Host-</c> names are not possible with a path,
/// so the names start with <c>__Secure-</c>, which browsers take over HTTPS (and from http://localhost) only.
/// </summary>
internal static class DeskCookies
{
    public static CookieBuilder Session => new AlwaysSecure { Name = "__Secure-editors" };

    /// <summary>Between two steps of signing in: whose password was right, or which challenge a passkey must answer.</summary>
    public static CookieBuilder Step => new AlwaysSecure { Name = "__Secure-editors-step" };

    public static CookieBuilder Antiforgery => new AlwaysSecure { Name = "__Secure-editors-form" };

    /// <summary>
    /// Marks the cookie <c>Secure</c> whatever scheme the request has: a proxy in front may speak plain HTTP to the site.
    /// (The policy <c>Always</c> would make antiforgery refuse such requests altogether.)
    /// </summary>
    private sealed class AlwaysSecure : CookieBuilder
    {
        public AlwaysSecure()
        {
            Path = Desk.Path;
            HttpOnly = true;
            SameSite = SameSiteMode.Strict;
            SecurePolicy = CookieSecurePolicy.None;
            IsEssential = true;
        }

        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            options.Secure = true;
            return options;
        }
    }
}
