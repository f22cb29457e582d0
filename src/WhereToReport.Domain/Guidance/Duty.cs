using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Sources;

namespace WhereToReport.Domain.Guidance;

/// <summary>A state's mandated-reporting rule as it binds school staff. Keyed by state.</summary>
public sealed record Duty
{
    /// <summary>USPS code.</summary>
    public required string State { get; init; }

    /// <summary>True where every adult must report, not only named professions.</summary>
    public required bool Universal { get; init; }
    public required bool SchoolStaff { get; init; }
    public Bilingual? OralDeadline { get; init; }
    public Bilingual? WrittenDeadline { get; init; }
    public required Bilingual ReportTo { get; init; }

    /// <summary>The citation of the law, in its official form.</summary>
    public required string Statute { get; init; }
    public string? StatuteUrl { get; init; }
    public IReadOnlyList<Source> Sources { get; init; } = [];
    public Verification? Verification { get; init; }
    public ChannelConfidence? Confidence { get; init; }
    public string? Notes { get; init; }
}
