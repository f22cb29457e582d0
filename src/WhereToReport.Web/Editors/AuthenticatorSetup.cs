using WhereToReport.Web.Posters;

namespace WhereToReport.Web.Editors;

/// <summary>What a person needs to add the account to an authenticator app.</summary>
/// <param name="Key">The secret in base32, in groups of four to type it off.</param>
/// <param name="Code">The same as a QR code of an <c>otpauth:</c> address.</param>
/// <param name="Address">The same as a link: on the phone that holds the app, a tap is enough.</param>
public sealed record AuthenticatorSetup(string Key, QuickCode Code, string Address)
{
    private const string Issuer = "Where to Report";

    public static AuthenticatorSetup Of(string email, string key)
    {
        var address = $"otpauth://totp/{Uri.EscapeDataString($"{Issuer}:{email}")}?secret={key}&issuer={Uri.EscapeDataString(Issuer)}&digits=6&period=30";
        return new(string.Join(' ', key.Chunk(4).Select(group => new string(group))), QuickCode.Of(address), address);
    }
}
