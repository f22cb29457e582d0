namespace WhereToReport.Domain.Channels;

/// <summary>Who runs a channel.</summary>
public sealed record Organization
{
    public required string Id { get; init; }
    public required Bilingual Name { get; init; }

    /// <summary>What kind of body it is, in plain words: <c>state police</c>, <c>nonprofit</c>.</summary>
    public string? Kind { get; init; }
    public string? City { get; init; }
}
