using System.Security.Cryptography;
using System.Text;

namespace WhereToReport.Web.Hsds;

/// <summary>UUIDs made from names (version 5 of RFC 9562, section 5.5): the same name in the same namespace is the same UUID, on every node and forever.</summary>
public static class NameBasedUuid
{
    public static Guid Of(Guid space, string name)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)], hash);
        hash[6] = (byte)(hash[6] & 0x0F | 0x50);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new(hash[..16], bigEndian: true);
    }
}
