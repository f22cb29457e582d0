using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace WhereToReport.Testing;

/// <summary>What an authenticator app does with the key that it is given (RFC 6238: SHA-1, six digits, 30 seconds).</summary>
public sealed class AuthenticatorApp(string key)
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private readonly byte[] _key = Decode(key);
    private long _last;

    /// <summary>A code that was not shown before: waits for nothing, but may take the one that comes next.</summary>
    public string NewCode()
    {
        _last = Math.Max(Now, _last + 1);
        return Code(_last);
    }

    /// <summary>A code that is right at no time near now.</summary>
    public string WrongCode()
    {
        var near = Enumerable.Range(-3, 7).Select(ahead => Code(Now + ahead)).ToHashSet();
        return Enumerable.Range(0, 10).Select(number => number.ToString("D6", CultureInfo.InvariantCulture)).First(code => !near.Contains(code));
    }

    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30;

    private string Code(long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(_key, counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string text)
    {
        var bits = string.Concat(text.Where(char.IsLetterOrDigit).Select(letter => Convert.ToString(Base32.IndexOf(letter), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }
}
