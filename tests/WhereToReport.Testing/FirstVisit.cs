using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace WhereToReport.Testing;

/// <summary>What a browser with an empty cache downloads for a page, compressed with brotli: the page, its styles and its scripts.</summary>
public static partial class FirstVisit
{
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
        sizes[address] = body.Length;
        return response.Content.Headers.ContentEncoding.Contains("br")
            ? System.Text.Encoding.UTF8.GetString(Decompress(body))
            : System.Text.Encoding.UTF8.GetString(body);
    }

    private static byte[] Decompress(byte[] body)
    {
        using var plain = new MemoryStream();
        using var brotli = new System.IO.Compression.BrotliStream(new MemoryStream(body), System.IO.Compression.CompressionMode.Decompress);
        brotli.CopyTo(plain);
        return plain.ToArray();
    }

    [GeneratedRegex("<(?:link[^>]*rel=\"(?:stylesheet|modulepreload)\"[^>]*href|script[^>]*src|img[^>]*src)=\"(?<address>[^\"]+)\"")]
    private static partial Regex Resource();
}
