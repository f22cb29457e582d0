namespace WhereToReport.Domain.Guidance;

/// <summary>A page that explains, in one language. Keyed by <see cref="Slug"/> and <see cref="Language"/>.</summary>
public sealed record LearnPage
{
    /// <summary>The page's part of the address, the same in every language.</summary>
    public required string Slug { get; init; }

    /// <summary>ISO 639-1: <c>en</c> or <c>es</c>.</summary>
    public required string Language { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }

    /// <summary>The day an editor last read it against its sources.</summary>
    public required DateOnly Reviewed { get; init; }
    public IReadOnlyList<LearnSource> Sources { get; init; } = [];

    /// <summary>The text as Markdown, without the title.</summary>
    public required string Markdown { get; init; }
}

/// <summary>A source of a page, with a description for its readers.</summary>
public sealed record LearnSource(string Url, string Title);
