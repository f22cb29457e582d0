using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WhereToReport.Domain;
using WhereToReport.Web.Serving;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Offline;

/// <summary>
/// The script by which a browser keeps pages of one language (<c>worker.js</c>), with what only the server knows written
/// above it. It names the edition, so it changes with each build and each revision: browsers fetch it again at every visit,
/// and a changed one is for them a new worker, which fills a new set before it takes over.
/// </summary>
public static class ServiceWorker
{
    /// <summary>How many of the pages that a visitor opened are kept.</summary>
    public const int MostSeen = 50;

    /// <summary>For how many days they are kept.</summary>
    public const int DaysSeen = 30;

    private const string Path = "/service-worker.js";
    private const string OfflinePage = "/offline";

    // What the pages of the set, the places that are saved and their posters are made of.
    private static readonly string[] s_files = ["site.css", "poster.css", "offline.css", "site.js", "favicon.svg"];

    // Other scripts ask for these by their bare names, as a version would cost every page its bytes. The worker asks by the version,
    // which a node of another build does not have.
    private static readonly string[] s_fetchedLater = ["offline.js", "here.js", "suggestions.js", "suggestions.css"];

    private static readonly string s_script = ReadScript();

    /// <param name="Edition">What the pages of the set must be of.</param>
    /// <param name="Language">ISO 639-1 code.</param>
    /// <param name="Culture">How dates are written, for JavaScript's Intl.</param>
    /// <param name="OfflinePage">What stands in for a page that is not kept.</param>
    /// <param name="Pages">The pages that every visitor of the language has without a connection.</param>
    /// <param name="Files">Their styles, scripts and icon, in the versions of this build, and the scripts' words.</param>
    /// <param name="Banner">HTML over a kept copy; <c>{0}</c> stands for the time it was made.</param>
    private sealed record Kept(string Edition, string Language, string Culture, string OfflinePage, IEnumerable<string> Pages, IEnumerable<string> Files, string Banner)
    {
        public int MostSeen => ServiceWorker.MostSeen;

        public int DaysSeen => ServiceWorker.DaysSeen;
    }

    internal static void MapServiceWorker(this WebApplication app) => app.MapRead(Path, (HttpContext context, PageLanguage language, CurrentDirectory current, EndpointDataSource endpoints, IStringLocalizer<SiteText> text) =>
    {
        var edition = current.Edition.Name;
        var versions = endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<ResourceAssetCollection>()).First(assets => assets is not null)!;
        var kept = new Kept(
            edition,
            language.Code,
            $"{language.Code}-US",
            language.To(OfflinePage),
            Pages(current.Snapshot).Select(path => language.To(path)),
            [.. s_files.Concat(s_fetchedLater).Select(file => "/" + versions[file]), language.To("/words.js")],
            Banner(text, "/" + versions["offline.css"]));

        // The Spanish worker is there for "/es" too, which is above the folder that the script seems to stand in.
        context.Response.Headers["Service-Worker-Allowed"] = language.To("/");
        context.Response.Headers.CacheControl = "no-cache";
        var script = $"const kept = {JsonSerializer.Serialize(kept, JsonSerializerOptions.Web)};\n{s_script}";
        return TypedResults.Bytes(Encoding.UTF8.GetBytes(script), "text/javascript; charset=utf-8", entityTag: new($"\"{edition}-{language.Code}\"", isWeak: true));
    });

    private static IEnumerable<string> Pages(DirectorySnapshot directory) =>
        ["/", OfflinePage, "/situations", .. directory.Facts.Situations.Select(situation => situation.Path), "/us", "/privacy"];

    private static string Banner(IStringLocalizer<SiteText> text, string styles)
    {
        string Say(string words) => HtmlEncoder.Default.Encode(words);
        return $"""
            <link rel="stylesheet" href="{styles}"><div class="kept-copy" id="kept-copy"><p><strong>{Say(text["You see a copy saved on {0}"])}</strong></p><p>{Say(text["You are offline, or the signal is weak. Numbers may have changed since then."])}</p><p><a href="">{Say(text["Try again"])}</a></p></div>
            """;
    }

    private static string ReadScript()
    {
        using var stream = typeof(ServiceWorker).Assembly.GetManifestResourceStream("worker.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
