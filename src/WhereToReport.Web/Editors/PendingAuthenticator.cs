using Microsoft.AspNetCore.Identity;
using WhereToReport.Postgres.Editors;

namespace WhereToReport.Web.Editors;

/// <summary>The key of an authenticator app that is being set up, kept until a code proves that the app has it.</summary>
public sealed class PendingAuthenticator(UserManager<Editor> users)
{
    private const string Provider = "desk";
    private const string Token = "pending-authenticator-key";

    /// <summary>The key to show; a new one where none is pending.</summary>
    public async Task<string> Key(Editor editor)
    {
        if (await users.GetAuthenticationTokenAsync(editor, Provider, Token) is { } pending)
            return pending;
        var key = Secret.NewAuthenticatorKey();
        await users.SetAuthenticationTokenAsync(editor, Provider, Token, key);
        return key;
    }

    public Task Forget(Editor editor) => users.RemoveAuthenticationTokenAsync(editor, Provider, Token);
}
