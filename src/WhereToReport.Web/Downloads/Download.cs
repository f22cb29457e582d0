using System.Security.Cryptography;

namespace WhereToReport.Web.Downloads;

/// <summary>A file to download: the whole directory at one revision.</summary>
/// <param name="Name">The file's name, under <c>/data/</c>.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record Download(string Name, string MediaType, byte[] Content)
{
    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal digits.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));
}
