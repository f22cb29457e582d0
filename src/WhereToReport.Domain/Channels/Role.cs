using WhereToReport.Domain.Sources;

namespace WhereToReport.Domain.Channels;

/// <summary>
/// A part to be filled by place, such as "the task force here" or "the local police": a situation points to the role,
/// the place says which channel fills it.
/// </summary>
public sealed record Role
{
    public required string Id { get; init; }
    public required Bilingual Name { get; init; }
    public required Bilingual WhatFor { get; init; }
    public Bilingual? NotFor { get; init; }
    public string? Website { get; init; }

    /// <summary>The kind of channel that fills the role; null where the directory holds none (local police, the app where it happened).</summary>
    public ChannelKind? Fills { get; init; }
    public IReadOnlyList<Source> Sources { get; init; } = [];
    public Verification? Verification { get; init; }
    public ChannelConfidence? Confidence { get; init; }
    public string? Notes { get; init; }
}
