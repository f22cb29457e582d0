using Microsoft.AspNetCore.Identity;
using OtpNet;
using WhereToReport.Postgres.Editors;

namespace WhereToReport.Web.Editors;

/// <summary>Checks the six digits of an authenticator app (RFC 6238). A code counts once: its time step must be later than the last one accepted.</summary>
public sealed class AuthenticatorCodes(TimeProvider time) : IUserTwoFactorTokenProvider<Editor>
{
    // A clock may be a little off: the code before and the code after count too.
    private static readonly VerificationWindow s_window = new(previous: 1, future: 1);

    /// <summary>The time step that a code belongs to; null where it is wrong.</summary>
    public long? Step(string key, string code) =>
        new Totp(Base32Encoding.ToBytes(key)).VerifyTotp(time.GetUtcNow().UtcDateTime, Digits(code), out var step, s_window) ? step : null;

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Editor> manager, Editor user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key || Step(key, token) is not { } step || step <= user.LastCodeStep)
            return false;
        user.LastCodeStep = step;
        return (await manager.UpdateAsync(user)).Succeeded;
    }

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Editor> manager, Editor user) =>
        await manager.GetAuthenticatorKeyAsync(user) is { Length: > 0 };

    // The app makes the codes; nothing is sent.
    public Task<string> GenerateAsync(string purpose, UserManager<Editor> manager, Editor user) => Task.FromResult("");

    // Apps show the code with a space in the middle, and people type it so.
    private static string Digits(string code) => string.Concat(code.Where(char.IsAsciiDigit));
}
