using System.Text;
using WhereToReport.Domain;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Discovery;

/// <summary>
/// <c>/llms.txt</c> (llmstxt.org) tells assistants in Markdown what the site is, how to ask it, and what to say and not to
/// say with its facts.
/// </summary>
public static class LlmsText
{
    public static void MapLlmsText(this WebApplication app) =>
        app.MapRead("/llms.txt", (HttpRequest request, DirectorySnapshot directory) =>
            TypedResults.Text(Of(PublicAddress.Of(request), directory), "text/plain; charset=utf-8")).WithMetadata(PublicAnswer.Instance);

    private static string Of(string site, DirectorySnapshot directory)
    {
        var text = new StringBuilder();
        text.Append($"""
            # Where to Report

            > Official contacts to report crimes against children in the United States and, as far as sources name them, in other countries, for a place and a situation: 911, the NCMEC CyberTipline, the Internet Crimes Against Children (ICAC) task forces, child protection lines and other official channels. Facts of {directory.ChangedAt.UtcDateTime:yyyy-MM-dd}, revision {directory.Revision}.

            This is not a government site and takes no reports itself. Every fact names its source, and says when it is not confirmed: pass that doubt on. Where a child is in danger now, say "Call 911" first; outside the United States, the emergency number of the country. Say "child sexual abuse material (CSAM)". Never blame a child. Ask the site at the time of the question rather than from memory: numbers change.

            ## Ask

            - [Answer for a place]({site}/api/v1/answer?place=94043): JSON; `place` is a ZIP code, city, county, state or country; `situation` one of the ids below; `lang` is en or es
            - [The API in full]({site}/data/api): OpenAPI
            - [Downloads]({site}/data): the whole directory as JSON and CSV, and as an HSDS package
            - [All states]({site}/us)
            - [All other countries]({site}/world)
            - [School staff: must I report?]({site}/schools)

            ## At hand everywhere


            """);
        foreach (var channel in directory.AlwaysAtHand)
            text.Append($"- [{channel.Name.En}]({site}/channels/{channel.Id}){(channel.WhatFor is { } use ? $": {use.En}" : "")}\n");
        text.Append("\n## Situations\n\n");
        foreach (var situation in directory.Facts.Situations)
            text.Append($"- [{situation.Label.En}]({site}{situation.Path}): `{situation.Id}`\n");
        text.Append("\n## Explained\n\n");
        foreach (var page in directory.Facts.LearnPages.Where(page => page.Language == Language.English.Code()))
            text.Append($"- [{page.Title}]({site}/learn/{page.Slug}): {page.Summary}\n");
        return text.ToString();
    }
}
