using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Web.Contacts;
using WhereToReport.Web.Serving;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Discovery;

/// <summary>
/// What pages say to search engines and assistants in the words of schema.org, as JSON-LD. It says nothing that the page
/// does not say to people.
/// </summary>
/// <param name="directory">The facts of the page.</param>
/// <param name="words">The words for contacts in the page's language.</param>
/// <param name="language">The language of the page.</param>
/// <param name="context">The request, which may be what names the site.</param>
public sealed class LinkedData(DirectorySnapshot directory, ContactWords words, PageLanguage language, IHttpContextAccessor context)
{
    // Leaves letters as they are, but no text can end the script element: <, > and & are escaped.
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly string _site = PublicAddress.Of(context.HttpContext!.Request);

    /// <summary>Several things as the content of one script element.</summary>
    public static IHtmlContent Script(IEnumerable<Dictionary<string, object?>> things) => new HtmlString(JsonSerializer.Serialize(
        new Dictionary<string, object> { ["@context"] = "https://schema.org", ["@graph"] = things }, s_json));

    /// <summary>The way from the site's top to a page, which comes last.</summary>
    public Dictionary<string, object?> Breadcrumbs(IEnumerable<Crumb> way) => new()
    {
        ["@type"] = "BreadcrumbList",
        ["itemListElement"] = way.Select((crumb, place) => new Dictionary<string, object?>
        {
            ["@type"] = "ListItem",
            ["position"] = place + 1,
            ["name"] = crumb.Name,
            ["item"] = _site + language.To(crumb.Path),
        }),
    };

    /// <summary>The site itself, with its search.</summary>
    public Dictionary<string, object?> WebSite(string name) => new()
    {
        ["@type"] = "WebSite",
        ["name"] = name,
        ["url"] = _site + language.To("/"),
        ["inLanguage"] = language.Code,
        ["potentialAction"] = new Dictionary<string, object?>
        {
            ["@type"] = "SearchAction",
            ["target"] = _site + language.To("/find") + "?q={place}",
            ["query-input"] = "required name=place",
        },
    };

    /// <summary>A page that explains.</summary>
    public Dictionary<string, object?> Article(LearnPage page) => new()
    {
        ["@type"] = "Article",
        ["headline"] = page.Title,
        ["description"] = page.Summary,
        ["inLanguage"] = page.Language,
        ["dateModified"] = page.Reviewed,
        ["image"] = _site + PreviewPicture.Path(PreviewPicture.Site, language.Language),
        ["author"] = Publisher(),
        ["publisher"] = Publisher(),
        ["citation"] = page.Sources.Select(source => source.Url),
    };

    /// <summary>A channel as the service that it is, run by whom a source names.</summary>
    public Dictionary<string, object?> Service(Channel channel) => Known(new()
    {
        ["@type"] = "Service",
        ["@id"] = $"{_site}/channels/{channel.Id}",
        ["url"] = _site + language.To($"/channels/{channel.Id}"),
        ["name"] = channel.Name.In(language.Language),
        ["description"] = channel.WhatFor?.In(language.Language),
        ["provider"] = directory.OperatorOf(channel) is { } runner ? Provider(runner) : null,
        ["areaServed"] = OrNull(words.Areas(channel with { Coverage = [.. channel.Coverage.Where(rule => rule.Basis != CoverageBasis.Possible)] })),
        ["availableChannel"] = Known(new()
        {
            ["@type"] = "ServiceChannel",
            ["serviceUrl"] = channel.PublicReportUrl ?? channel.PublicWebsite,
            ["servicePhone"] = OrNull(channel.Phones.Select(phone => ContactPoint(channel, phone))),
            ["availableLanguage"] = OrNull(channel.Languages),
        }),
    });

    private Dictionary<string, object?> Publisher() => new() { ["@type"] = "Organization", ["name"] = "Where to Report", ["url"] = _site };

    private Dictionary<string, object?> ContactPoint(Channel channel, Phone phone) => Known(new()
    {
        ["@type"] = "ContactPoint",
        ["telephone"] = phone.Number,
        ["contactType"] = words.Whose(phone) ?? channel.Name.In(language.Language),
        ["availableLanguage"] = OrNull(channel.Languages),
    });

    // Only a body whose kind a source names is called a part of government.
    private Dictionary<string, object?> Provider(Organization runner) => new()
    {
        ["@type"] = runner.Kind switch
        {
            null or "other" => "Organization",
            _ when runner.Kind.Contains("nonprofit", StringComparison.Ordinal) => runner.Kind.Contains("government", StringComparison.Ordinal) ? "Organization" : "NGO",
            _ => "GovernmentOrganization",
        },
        ["name"] = runner.Name.In(language.Language),
    };

    // What is not known is left out.
    private static Dictionary<string, object?> Known(Dictionary<string, object?> facts) =>
        facts.Where(fact => fact.Value is not null).ToDictionary();

    private static T[]? OrNull<T>(IEnumerable<T> things) => things.ToArray() is { Length: > 0 } some ? some : null;
}
