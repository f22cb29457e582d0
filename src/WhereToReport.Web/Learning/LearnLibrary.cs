using System.Runtime.CompilerServices;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;
using WhereToReport.Domain;
using WhereToReport.Domain.Guidance;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Learning;

/// <summary>A page that explains, as it is shown in a language; English stands in where there is no text in that language.</summary>
public sealed record LearnText(LearnPage Page, bool FallsBack, HtmlString Html);

/// <summary>The pages that explain, made into HTML once for each snapshot and forgotten with it.</summary>
public sealed class LearnLibrary
{
    private readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();
    private readonly ConditionalWeakTable<DirectorySnapshot, ILookup<Language, LearnText>> _texts = [];

    /// <summary>All pages in a language, by title.</summary>
    public IEnumerable<LearnText> In(DirectorySnapshot directory, Language language) =>
        _texts.GetValue(directory, Texts)[language];

    /// <summary>One page in a language, or null.</summary>
    public LearnText? Find(DirectorySnapshot directory, string slug, Language language) =>
        In(directory, language).FirstOrDefault(text => text.Page.Slug.Equals(slug, StringComparison.OrdinalIgnoreCase));

    /// <summary>The pages that lead to a situation.</summary>
    public IEnumerable<LearnText> About(DirectorySnapshot directory, Situation situation, Language language) =>
        In(directory, language).Where(text => text.Page.Markdown.Contains($"{situation.Path})", StringComparison.Ordinal));

    private ILookup<Language, LearnText> Texts(DirectorySnapshot directory) => Enum.GetValues<Language>()
        .SelectMany(language => Texts(directory, language), (language, text) => (language, text))
        .ToLookup(pair => pair.language, pair => pair.text);

    private IEnumerable<LearnText> Texts(DirectorySnapshot directory, Language language) => directory.Facts.LearnPages
        .GroupBy(page => page.Slug)
        .Select(versions => versions.FirstOrDefault(page => page.Language == language.Code()) ?? versions.FirstOrDefault(page => page.Language == Language.English.Code()))
        .OfType<LearnPage>()
        .Select(page => new LearnText(page, page.Language != language.Code(), new(Html(page, language))))
        .OrderBy(text => text.Page.Title, StringComparer.Create(new(language.Code()), ignoreCase: true));

    private string Html(LearnPage page, Language language)
    {
        var document = Markdown.Parse(page.Markdown, _pipeline);
        foreach (var link in document.Descendants<LinkInline>().Where(link => !LeadsToAPage(link)))
            link.Url = "";
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !LeadsToAPage(link.Url)).ToArray())
            link.Remove();
        if (page.Language != language.Code())
            LinkInto(language, document);
        return document.ToHtml(_pipeline);
    }

    // No "javascript:" and the like; nothing that a browser would load into the page.
    private static bool LeadsToAPage(LinkInline link) => !link.IsImage && LeadsToAPage(link.Url);

    private static bool LeadsToAPage(string? url) =>
        url is ['/' or '#', ..] || Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" or "mailto" or "tel";

    // A text links to pages in its own language; who reads it in place of another stays in theirs.
    private static void LinkInto(Language language, MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().Where(link => link.Url?.StartsWith('/') ?? false))
            link.Url = PageLanguage.To(language, link.Url!);
    }
}
