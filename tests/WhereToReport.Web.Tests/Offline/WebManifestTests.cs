using System.Buffers.Binary;
using System.Net.Http.Json;
using System.Text.Json;
using WhereToReport.Testing;
using WhereToReport.Web.Tests.Pages;

namespace WhereToReport.Web.Tests.Offline;

public class WebManifestTests(FilledSite filled)
{
    [Theory]
    [InlineData("/", "/manifest.webmanifest", "en", "Where to Report")]
    [InlineData("/es", "/es/manifest.webmanifest", "es", "Dónde denunciar")]
    public async Task The_site_can_be_installed_in_each_language(string home, string path, string language, string name)
    {
        Assert.Equal(path, (await filled.Page(home)).QuerySelector("link[rel=manifest]")?.GetAttribute("href"));
        var answer = await (await filled.Site()).Http.GetAsync(path);
        Assert.Equal("application/manifest+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(answer.Headers.ETag);
        Assert.Contains("manifest-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));

        var manifest = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(name, manifest.GetProperty("name").GetString());
        Assert.Equal(language, manifest.GetProperty("lang").GetString());
        Assert.Equal(home, manifest.GetProperty("start_url").GetString());
        Assert.Equal("/", manifest.GetProperty("scope").GetString());
        Assert.Equal("standalone", manifest.GetProperty("display").GetString());
        Assert.Contains(manifest.GetProperty("icons").EnumerateArray(), icon => icon.GetProperty("purpose").GetString() == "maskable");
    }

    [Fact]
    public async Task Its_icons_are_as_large_as_it_says()
    {
        var site = await filled.Site();
        var icons = (await site.Http.GetFromJsonAsync<JsonElement>("/manifest.webmanifest")).GetProperty("icons").EnumerateArray().ToArray();
        Assert.Superset(new HashSet<string?> { "192x192", "512x512" }, icons.Select(icon => icon.GetProperty("sizes").GetString()).ToHashSet());
        foreach (var icon in icons)
        {
            // PNG: width and height stand in the first chunk, as 32-bit numbers.
            var png = await site.Http.GetByteArrayAsync(icon.GetProperty("src").GetString());
            Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(png, 1, 3));
            Assert.Equal(icon.GetProperty("sizes").GetString(), $"{BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(16))}x{BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(20))}");
        }
    }
}
