using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;
using WhereToReport.Web.Serving;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Offline;

/// <summary>
/// The manifest (W3C Web Application Manifest) by which the site can be installed, in the language of its address. Whoever
/// changes the language stays inside: both cover the whole site. The way back and the address stay in sight where the browser
/// can show them, because a page that says where to report must show whose it is.
/// </summary>
public static class WebManifest
{
    internal const string MediaType = "application/manifest+json";
    private const string Path = "/manifest.webmanifest";

    private static readonly Icon[] s_icons =
    [
        new("/icons/192.png", "192x192", "any"),
        new("/icons/512.png", "512x512", "any"),
        new("/icons/maskable.png", "512x512", "maskable"),
    ];

    private static readonly string[] s_display = ["minimal-ui"];

    /// <param name="Src">The address.</param>
    /// <param name="Sizes">Width and height in pixels.</param>
    /// <param name="Purpose"><c>maskable</c> where systems may cut it into a shape.</param>
    private sealed record Icon(string Src, string Sizes, string Purpose)
    {
        public string Type => "image/png";
    }

    private sealed record Manifest(string Id, string Name, string Description, string Lang)
    {
        [JsonPropertyName("short_name")]
        public string ShortName => Name;

        [JsonPropertyName("start_url")]
        public string StartUrl => Id;

        public string Dir => "ltr";

        public string Scope => "/";

        // iPhones know no other kind that keeps its pages for more than a week.
        public string Display => "standalone";

        [JsonPropertyName("display_override")]
        public IReadOnlyList<string> DisplayOverride => s_display;

        [JsonPropertyName("theme_color")]
        public string ThemeColor => "#0b4f62";

        [JsonPropertyName("background_color")]
        public string BackgroundColor => "#f6f4ef";

        public IReadOnlyList<Icon> Icons => s_icons;
    }

    internal static void MapWebManifest(this WebApplication app) => app.MapRead(Path, (PageLanguage language, IStringLocalizer<SiteText> text) =>
        TypedResults.Json(
            new Manifest(language.To("/"), text["Where to Report"], text["Type a ZIP code, city, county, state or country. Get the official numbers and forms to report crimes against children there."], language.Code),
            JsonSerializerOptions.Web,
            MediaType)).WithMetadata(PublicAnswer.Instance);
}
