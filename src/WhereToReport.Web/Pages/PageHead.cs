using WhereToReport.Domain.Places;
using WhereToReport.Web.Discovery;

namespace WhereToReport.Web.Pages;

/// <summary>What a page says about itself in its head; the page fills it, the layout writes it.</summary>
public sealed class PageHead
{
    /// <summary>The title without the name of the site; null on the home page.</summary>
    public string? Title { get; set; }

    public string? Description { get; set; }

    /// <summary>The path (no language prefix) under which search engines should know this page; null where it is the page's own.</summary>
    public string? CanonicalPath { get; set; }

    /// <summary>The path (no language prefix) of the page in the other language; null where it is this page's own, with its query.</summary>
    public string? PathInOther { get; set; }

    /// <summary>The pages above this one, from the top.</summary>
    public IReadOnlyList<Crumb> Above { get; set; } = [];

    /// <summary>What the page tells search engines and assistants in the words of schema.org, beside the way to it.</summary>
    public IReadOnlyList<Dictionary<string, object?>> Things { get; set; } = [];

    /// <summary>The name of the picture that stands beside a link to the page elsewhere; see <see cref="PreviewPicture"/>.</summary>
    public string Picture { get; set; } = PreviewPicture.Site;

    /// <summary>True where the page has a form that other sites can embed.</summary>
    public bool CanBeEmbedded { get; set; }

    /// <summary>True for people outside the USA, whom 911 does not help.</summary>
    public bool Abroad { get; set; }

    /// <summary>The country outside the USA that the page is for.</summary>
    public Country? Country { get; set; }

    /// <summary>True keeps the page out of search engines.</summary>
    public bool Unlisted { get; set; }
}
