namespace WhereToReport.Web.Pages;

/// <summary>What a page says about itself in its head; the page fills it, the layout writes it.</summary>
public sealed class PageHead
{
    /// <summary>The title without the name of the site; null on the home page.</summary>
    public string? Title { get; set; }

    public string? Description { get; set; }

    /// <summary>The path (no language prefix) under which search engines should know this page; null where it is the page's own.</summary>
    public string? CanonicalPath { get; set; }

    /// <summary>True keeps the page out of search engines.</summary>
    public bool Unlisted { get; set; }
}
