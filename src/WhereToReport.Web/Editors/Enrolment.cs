using Microsoft.AspNetCore.Identity;
using WhereToReport.Postgres.Editors;

namespace WhereToReport.Web.Editors;

/// <summary>Turns an invitation into an account that can sign in, all of it or nothing.</summary>
public sealed class Enrolment(EditorsContext editors, Invitations invitations, UserManager<Editor> users, IUserStore<Editor> store, TimeProvider time)
{
    /// <summary>How many recovery codes a person gets.</summary>
    public const int RecoveryCodes = 10;

    /// <summary>The id of the account that an invitation leads to, known before the account is made.</summary>
    public static Guid AccountOf(Invitation invitation) => invitation.EditorId ?? invitation.Id;

    /// <summary>An account with a passkey; null where the invitation was used meanwhile.</summary>
    public Task<Editor?> WithPasskey(Invitation invitation, string name, UserPasskeyInfo passkey) =>
        Enrol(invitation, name, async editor => Demand(await users.AddOrUpdatePasskeyAsync(editor, passkey)));

    /// <summary>An account with a password and an authenticator app; null where the invitation was used meanwhile.</summary>
    /// <param name="invitation">The invitation, with the key that the app has got.</param>
    /// <param name="name">What the person wants to be called.</param>
    /// <param name="password">The password.</param>
    /// <param name="codeStep">The time step of the code that proved that the app works.</param>
    public async Task<(Editor Editor, IReadOnlyList<string> RecoveryCodes)?> WithPassword(Invitation invitation, string name, string password, long codeStep)
    {
        IReadOnlyList<string> codes = [];
        var enrolled = await Enrol(invitation, name, async editor => codes = await SetPassword(editor, password, invitation.AuthenticatorKey, codeStep));
        return enrolled is null ? null : (enrolled, codes);
    }

    /// <summary>Gives an account a password with an authenticator app.</summary>
    /// <returns>New recovery codes.</returns>
    public async Task<IReadOnlyList<string>> SetPassword(Editor editor, string password, string authenticatorKey, long codeStep)
    {
        Demand(await users.AddPasswordAsync(editor, password));
        await SetAuthenticator(editor, authenticatorKey, codeStep);
        return await NewRecoveryCodes(editor);
    }

    /// <summary>Replaces the authenticator app of an account.</summary>
    public async Task SetAuthenticator(Editor editor, string key, long codeStep)
    {
        await ((IUserAuthenticatorKeyStore<Editor>)store).SetAuthenticatorKeyAsync(editor, key, CancellationToken.None);
        editor.LastCodeStep = codeStep;
        Demand(await users.SetTwoFactorEnabledAsync(editor, true));
    }

    /// <summary>Replaces the recovery codes of an account.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodes(Editor editor) =>
        [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(editor, RecoveryCodes) ?? []];

    private async Task<Editor?> Enrol(Invitation invitation, string name, Func<Editor, Task> giveWays)
    {
        await using var transaction = await editors.Database.BeginTransactionAsync();
        if (!await invitations.Use(invitation))
            return null;
        var editor = invitation.EditorId is { } known ? await Emptied(known, name) : await New(invitation, name);
        await giveWays(editor);
        await transaction.CommitAsync();
        return editor;
    }

    private async Task<Editor> New(Invitation invitation, string name)
    {
        var editor = new Editor
        {
            Id = AccountOf(invitation),
            Name = name,
            UserName = invitation.Email,
            Email = invitation.Email,
            Role = await invitations.RoleFor(invitation),
            JoinedAt = time.GetUtcNow(),
        };
        Demand(await users.CreateAsync(editor));
        return editor;
    }

    // Somebody lost every way to sign in: whoever found one of them must not get in with it.
    private async Task<Editor> Emptied(Guid id, string name)
    {
        var editor = await users.FindByIdAsync(id.ToString()) ?? throw new InvalidOperationException($"Account {id} of an open invitation does not exist.");
        foreach (var passkey in await users.GetPasskeysAsync(editor))
            Demand(await users.RemovePasskeyAsync(editor, passkey.CredentialId));
        await RemovePassword(editor);
        editor.Name = name;
        Demand(await users.ResetAccessFailedCountAsync(editor));
        Demand(await users.SetLockoutEndDateAsync(editor, null));
        return editor;
    }

    /// <summary>Takes the password, the app and the recovery codes away from an account.</summary>
    public async Task RemovePassword(Editor editor)
    {
        await ((IUserAuthenticatorKeyStore<Editor>)store).SetAuthenticatorKeyAsync(editor, "", CancellationToken.None);
        await ((IUserTwoFactorRecoveryCodeStore<Editor>)store).ReplaceCodesAsync(editor, [], CancellationToken.None);
        Demand(await users.SetTwoFactorEnabledAsync(editor, false));
        Demand(await users.RemovePasswordAsync(editor));
    }

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException("The account could not be changed: " + string.Join(' ', result.Errors.Select(error => error.Description)));
    }
}
