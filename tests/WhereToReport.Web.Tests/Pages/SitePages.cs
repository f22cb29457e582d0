using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Pages;

/// <summary>Gets pages of the shared site as parsed documents.</summary>
internal static class SitePages
{
    public static async Task<IDocument> Page(this FilledSite filled, string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        var response = await (await filled.Site()).Http.GetAsync(path);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStreamAsync());
    }

    public static string[] Channels(this IDocument page) =>
        [.. page.QuerySelectorAll("main [data-channel]").Select(card => card.GetAttribute("data-channel")!)];

    public static string Text(this IDocument page, string selector) =>
        string.Join(' ', (page.QuerySelector(selector)?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
