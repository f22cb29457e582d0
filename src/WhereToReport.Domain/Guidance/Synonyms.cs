namespace WhereToReport.Domain.Guidance;

/// <summary>The words people type for a situation, by language; keyed by situation.</summary>
public sealed record Synonyms
{
    /// <summary>The id of the situation.</summary>
    public required string Situation { get; init; }
    public required SynonymWords Words { get; init; }
}

/// <summary>Words and short phrases in lower case.</summary>
public sealed record SynonymWords
{
    public IReadOnlyList<string> En { get; init; } = [];
    public IReadOnlyList<string> Es { get; init; } = [];
}
