namespace WhereToReport.Domain.Sources;

/// <summary>Where a published fact was read.</summary>
public sealed record Source
{
    /// <summary>An absolute http or https address.</summary>
    public required string Url { get; init; }

    /// <summary>What the page says that we rely on, in an editor's words; not shown to the public.</summary>
    public IReadOnlyList<string> Supports { get; init; } = [];

    /// <summary>The page's own date as far as it is known: <c>2024</c>, <c>2024-02</c> or <c>2024-02-06</c>.</summary>
    public string? Date { get; init; }

    /// <summary>True where the page belongs to the operator or to a government body.</summary>
    public bool Official { get; init; }
}
