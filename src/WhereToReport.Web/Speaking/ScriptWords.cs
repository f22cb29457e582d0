using System.Text.Json;
using Microsoft.Extensions.Localization;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Speaking;

/// <summary>
/// What the scripts beside the search box say, in the language of the page: <c>/words.js</c> and <c>/es/words.js</c>. They fetch
/// it when they need it, so that it weighs on no first visit.
/// </summary>
public static class ScriptWords
{
    public static void MapScriptWords(this WebApplication app) => app
        .MapRead("/words.js", (IStringLocalizer<SiteText> text) => TypedResults.Text($"export default {JsonSerializer.Serialize(Words(text))};\n", "text/javascript; charset=utf-8"))
        .WithMetadata(PublicAnswer.Instance);

    private static Dictionary<string, string> Words(IStringLocalizer<SiteText> text) => new()
    {
        ["asking"] = text["Finding out where you are …"],
        ["denied"] = text["Your browser did not share where you are. Type a ZIP code or a city instead."],
        ["late"] = text["It took too long to find you. Try again, or type a ZIP code or a city."],
        ["unavailable"] = text["This device could not find out where it is. Type a ZIP code or a city instead."],
        ["vague"] = text["This device knows only roughly where it is. Type a ZIP code or a city instead."],
        ["offline"] = text["There is no connection now. You can still call the numbers on this page."],
        ["places"] = text["Places"],
        ["one"] = text["1 place. Press the down arrow key to get to it."],
        ["several"] = text["{0} places. Use the arrow keys to get to them."],
    };
}
