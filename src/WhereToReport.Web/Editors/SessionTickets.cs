using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WhereToReport.Postgres.Editors;

namespace WhereToReport.Web.Editors;

/// <summary>
/// Keeps sessions in Postgres; the cookie holds only the key. A ticket is made anew from the account at each request, so
/// that an ended session, a locked account and a changed role count at once.
/// </summary>
internal sealed class SessionTickets(DbContextOptions<EditorsContext> options, TimeProvider time) : ITicketStore
{
    public async Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext context, CancellationToken cancel)
    {
        await using var editors = new EditorsContext(options);
        return await Sessions(editors).Begin(
            ticket.Principal.EditorId(),
            ticket.Principal.FindFirstValue(ClaimTypes.AuthenticationMethod) ?? DeskSignIn.ByPassword,
            BrowserWords.Of(context.Request.Headers.UserAgent.ToString()),
            cancel);
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, CancellationToken cancel)
    {
        await using var editors = new EditorsContext(options);
        return await Sessions(editors).Find(key, cancel) is { Editor: { } editor } session
            ? new(
                EditorPrincipal.Of(editor, session.Id),
                new AuthenticationProperties { IssuedUtc = session.StartedAt, ExpiresUtc = session.ExpiresAt },
                IdentityConstants.ApplicationScheme)
            : null;
    }

    public async Task RemoveAsync(string key, CancellationToken cancel)
    {
        await using var editors = new EditorsContext(options);
        await Sessions(editors).End(key, cancel);
    }

    public Task<string> StoreAsync(AuthenticationTicket ticket) =>
        throw new NotSupportedException("A session needs to know the browser it begins in.");

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => RetrieveAsync(key, CancellationToken.None);

    public Task RemoveAsync(string key) => RemoveAsync(key, CancellationToken.None);

    // Only signing in over an open session would come here; whoever planted that session's cookie would be signed in as well.
    public Task RenewAsync(string key, AuthenticationTicket ticket) =>
        throw new InvalidOperationException("A person signs in in a browser that is signed in already.");

    private Sessions Sessions(EditorsContext editors) => new(editors, time);
}
