using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace WhereToReport.Testing;

/// <summary>What a browser with an empty cache downloads for a page, compressed with brotli: the page, its styles and its scripts.</summary>
public static partial class FirstVisit
{
    /// <summary>What arrives in the first round trip on most connections.</summary>
    public const int MostBytes = 14 * 1024;

    private static readonly string[] s_pages = ["/", "/find?q=94043", "/us/ca/santa-clara-county", "/us/ca/santa-clara-county/sextortion", "/situations/sextortion", "/us/ca", "/schools/ca"];

    /// <summary>The pages that people land on, in both languages.</summary>
    public static IReadOnlyList<string> Pages { get; } = [.. s_pages, .. s_pages.Select(path => path == "/" ? "/es" : "/es" + path)];

    public static async Task<IReadOnlyDictionary<string, long>> Sizes(SiteProcess site, string path)
    {
        var sizes = new Dictionary<string, long>();
        var html = await Download(site, path, sizes);
        foreach (Match resource in Resource().Matches(html))
            await Download(site, resource.Groups["address"].Value, sizes);
        return sizes;
    }

    private static async Task<string> Download(SiteProcess site, string address, Dictionary<string, long> sizes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var response = await site.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadAsByteArrayAsync();
        var plain = response.Content.Headers.ContentEncoding.Contains("br") ? Decompress(body) : body;

        // Publishing compresses files beforehand, as well as brotli can; a site that was only built does it at each request.
        sizes[address] = response.Content.Headers.ContentType?.MediaType == "text/html" ? body.Length : Compress(plain).Length;
        return Encoding.UTF8.GetString(plain);
    }

    private static byte[] Compress(byte[] plain)
    {
        using var body = new MemoryStream();
        using (var brotli = new BrotliStream(body, CompressionLevel.SmallestSize))
            brotli.Write(plain);
        return body.ToArray();
    }

    private static byte[] Decompress(byte[] body)
    {
        using var plain = new MemoryStream();
        using var brotli = new BrotliStream(new MemoryStream(body), CompressionMode.Decompress);
        brotli.CopyTo(plain);
        return plain.ToArray();
    }

    [GeneratedRegex("<(?:link[^>]*rel=\"(?:stylesheet|modulepreload)\"[^>]*href|script[^>]*src|img[^>]*src)=\"(?<address>[^\"]+)\"")]
    private static partial Regex Resource();
}
