using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using WhereToReport.Postgres.Editors;

namespace WhereToReport.Web.Editors;

/// <summary>What a request at the desk knows about its person.</summary>
public static class EditorPrincipal
{
    private const string SessionClaim = "session";

    /// <summary>The id of the signed-in person.</summary>
    public static Guid EditorId(this ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);

    /// <summary>The id of the session that the request belongs to.</summary>
    public static Guid SessionId(this ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(SessionClaim)!);

    /// <summary>True where the person's role is this one or a higher one.</summary>
    public static bool MayAs(this ClaimsPrincipal user, EditorRole least) =>
        Enum.TryParse<EditorRole>(user.FindFirstValue(ClaimTypes.Role), out var role) && role >= least;

    internal static ClaimsPrincipal Of(Editor editor, Guid? session)
    {
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, editor.Id.ToString()),
                new(ClaimTypes.Name, editor.Name),
                new(ClaimTypes.Role, editor.Role.ToString()),
            ],
            IdentityConstants.ApplicationScheme);
        if (session is { } id)
            identity.AddClaim(new(SessionClaim, id.ToString()));
        return new(identity);
    }

    /// <summary>Identity asks here for the person it signs in.</summary>
    internal sealed class Factory : IUserClaimsPrincipalFactory<Editor>
    {
        public Task<ClaimsPrincipal> CreateAsync(Editor user) => Task.FromResult(Of(user, session: null));
    }
}
