using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using OtpNet;

namespace WhereToReport.Postgres.Editors;

/// <summary>Secrets that are handed out once and recognised by their hash, and keys for authenticator apps.</summary>
public static class Secret
{
    private const int Bytes = 32;
    private const int AuthenticatorBytes = 20;

    /// <summary>256 random bits as text for an address or a cookie (base64url).</summary>
    internal static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    // The secret is random, so a plain hash cannot be guessed back.
    internal static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>A new key for an authenticator app: 160 random bits (RFC 4226), in base32.</summary>
    public static string NewAuthenticatorKey() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(AuthenticatorBytes));
}
