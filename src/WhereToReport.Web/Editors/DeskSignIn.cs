using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using WhereToReport.Postgres.Editors;

namespace WhereToReport.Web.Editors;

/// <summary>
/// Signing in at the desk: by a passkey, or by a password and then a code. A password alone never signs in, and a wrong
/// answer never tells whether there is such an account.
/// </summary>
public sealed class DeskSignIn(
    UserManager<Editor> users,
    IHttpContextAccessor accessor,
    IUserClaimsPrincipalFactory<Editor> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Editor>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Editor> confirmation)
    : SignInManager<Editor>(users, accessor, claims, options, log, schemes, confirmation)
{
    /// <summary>How a session says that it began with a passkey.</summary>
    public const string ByPasskey = "passkey";

    /// <summary>How a session says that it began with a password and a code.</summary>
    public const string ByPassword = "password";

    // Verified where there is no password to verify, so that both take the same time.
    private static readonly Lazy<string> s_nobodysPassword = new(() => new PasswordHasher<Editor>().HashPassword(null!, Guid.NewGuid().ToString()));

    /// <summary>A second factor is not a choice.</summary>
    public override Task<bool> IsTwoFactorEnabledAsync(Editor user) => Task.FromResult(true);

    /// <summary>A locked account signs in by no way.</summary>
    public override Task<bool> CanSignInAsync(Editor user) => Task.FromResult(user.LockedAt is null);

    /// <summary>The first step: true where the password is right and a code is asked for next.</summary>
    public async Task<bool> CheckPassword(string email, string password)
    {
        var editor = await UserManager.FindByEmailAsync(email);
        if (editor?.PasswordHash is null || !await CanSignInAsync(editor) || await UserManager.IsLockedOutAsync(editor))
        {
            UserManager.PasswordHasher.VerifyHashedPassword(null!, s_nobodysPassword.Value, password);
            return false;
        }
        return (await PasswordSignInAsync(editor, password, isPersistent: false, lockoutOnFailure: true)).RequiresTwoFactor;
    }

    /// <summary>The second step: a code of the authenticator app, or one of the recovery codes.</summary>
    public async Task<bool> CheckCode(string code)
    {
        if (await GetTwoFactorAuthenticationUserAsync() is not { } editor || !await CanSignInAsync(editor) || await UserManager.IsLockedOutAsync(editor))
            return false;
        var result = IsRecoveryCode(code)
            ? await TwoFactorRecoveryCodeSignInAsync(code.Trim().ToUpperInvariant())
            : await TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        return result.Succeeded;
    }

    /// <summary>Signs in by the passkey that answered the challenge. Wrong passwords do not hold it up: nobody can guess a passkey.</summary>
    public async Task<bool> CheckPasskey(string credential)
    {
        if (await Answered(PerformPasskeyAssertionAsync, credential) is not { Succeeded: true, User: { } editor, Passkey: { } passkey }
            || !await CanSignInAsync(editor)
            || !(await UserManager.AddOrUpdatePasskeyAsync(editor, passkey)).Succeeded)
            return false;
        await SignIn(editor, ByPasskey);
        return true;
    }

    /// <summary>The passkey that a device just made for an account; null where the device or the person gave up.</summary>
    public async Task<UserPasskeyInfo?> NewPasskey(Guid editorId, string credential) =>
        await Answered(PerformPasskeyAttestationAsync, credential) is { Succeeded: true, Passkey: { } passkey, UserEntity: { } entity } && entity.Id == editorId.ToString()
            ? passkey
            : null;

    /// <summary>Begins a session.</summary>
    public Task SignIn(Editor editor, string method) => SignInAsync(editor, isPersistent: false, method);

    /// <summary>True where this browser has an open session, on pages that do not ask for one.</summary>
    public async Task<bool> IsSignedIn() => (await Context.AuthenticateAsync(AuthenticationScheme)).Succeeded;

    // Recovery codes have letters or a dash in them, codes of the app do not.
    private static bool IsRecoveryCode(string code) => code.Any(one => !char.IsAsciiDigit(one) && one != ' ');

    // The challenge waits in a cookie for a few minutes. Without it, Identity calls the answer a misuse; for us the person was merely slow.
    private static async Task<T?> Answered<T>(Func<string, Task<T>> perform, string credential)
        where T : class
    {
        if (credential.Length == 0)
            return null;
        try
        {
            return await perform(credential);
        }
        catch (InvalidOperationException late) when (late.Message.Contains("passkey", StringComparison.Ordinal))
        {
            return null;
        }
    }
}
