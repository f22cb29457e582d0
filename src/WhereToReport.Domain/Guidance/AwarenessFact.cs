using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Sources;

namespace WhereToReport.Domain.Guidance;

/// <summary>A figure or a plain fact that helps people understand, with its source.</summary>
public sealed record AwarenessFact
{
    public required string Id { get; init; }
    public required Bilingual Statement { get; init; }
    public Bilingual? Figure { get; init; }
    public int? Year { get; init; }
    public IReadOnlyList<Source> Sources { get; init; } = [];
    public Verification? Verification { get; init; }
    public ChannelConfidence? Confidence { get; init; }
    public string? Notes { get; init; }
    public required bool Publish { get; init; }
}
