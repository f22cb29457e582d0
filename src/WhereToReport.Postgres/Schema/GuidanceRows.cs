using WhereToReport.Domain;
using WhereToReport.Domain.Sources;

namespace WhereToReport.Postgres.Schema;

public sealed class SituationRow : ISourcedRow, IOrderedRow
{
    public required string Id { get; set; }
    public int Position { get; set; }
    public required Bilingual Label { get; set; }
    public Bilingual? SchoolLabel { get; set; }
    public required Bilingual LooksLike { get; set; }
    public bool Danger { get; set; }
    public Confidence? ContactConfidence { get; set; }
    public string? Notes { get; set; }
    public List<PlannedContactRow> Contacts { get; } = [];
    public List<AlsoIfRow> AlsoIf { get; } = [];
    public List<AdviceRow> Advice { get; } = [];
    public List<SourceRow> Sources { get; } = [];
    public VerificationRow? Verification { get; set; }
}

/// <summary>A contact of a situation's plan, of a special case of it, or (with neither) of the general plan.</summary>
public sealed class PlannedContactRow
{
    public int Id { get; set; }
    public string? SituationId { get; set; }
    public int? AlsoIfId { get; set; }
    public int Position { get; set; }
    public string? ChannelId { get; set; }
    public string? RoleId { get; set; }
    public Bilingual? Why { get; set; }
    public bool Always { get; set; }
    public bool Military { get; set; }
    public bool Abroad { get; set; }
}

public sealed class AlsoIfRow
{
    public int Id { get; set; }
    public required string SituationId { get; set; }
    public int Position { get; set; }
    public required Bilingual When { get; set; }
    public required Bilingual Why { get; set; }
    public List<PlannedContactRow> Contacts { get; } = [];
}

/// <summary>Something to do or, with <see cref="Dont"/>, not to do.</summary>
public sealed class AdviceRow
{
    public int Id { get; set; }
    public required string SituationId { get; set; }
    public bool Dont { get; set; }
    public int Position { get; set; }
    public required Bilingual Text { get; set; }

    /// <summary>ISO 3166-1 alpha-2 code of the only country that it fits.</summary>
    public string? CountryCode { get; set; }
    public List<string> SourceUrls { get; set; } = [];
}

/// <summary>A page that explains, in one language.</summary>
public sealed class LearnPageRow
{
    public required string Slug { get; set; }

    /// <summary>ISO 639-1: <c>en</c> or <c>es</c>.</summary>
    public required string Language { get; set; }
    public required string Title { get; set; }
    public required string Summary { get; set; }
    public DateOnly Reviewed { get; set; }
    public required string Markdown { get; set; }
    public List<LearnSourceRow> Sources { get; } = [];
}

public sealed class LearnSourceRow
{
    public required string Slug { get; set; }
    public required string Language { get; set; }
    public int Position { get; set; }
    public required string Url { get; set; }
    public required string Title { get; set; }
}

/// <summary>A word or phrase that people type for a situation.</summary>
public sealed class SynonymRow
{
    public required string SituationId { get; set; }

    /// <summary>ISO 639-1: <c>en</c> or <c>es</c>.</summary>
    public required string Language { get; set; }
    public int Position { get; set; }
    public required string Word { get; set; }
}

public sealed class DutyRow : ISourcedRow
{
    public required string StateCode { get; set; }
    public bool Universal { get; set; }
    public bool SchoolStaff { get; set; }
    public Bilingual? OralDeadline { get; set; }
    public Bilingual? WrittenDeadline { get; set; }
    public required Bilingual ReportTo { get; set; }
    public required string Statute { get; set; }
    public string? StatuteUrl { get; set; }
    public Confidence? ContactConfidence { get; set; }
    public string? Notes { get; set; }
    public List<SourceRow> Sources { get; } = [];
    public VerificationRow? Verification { get; set; }
}

public sealed class AwarenessFactRow : ISourcedRow, IOrderedRow
{
    public required string Id { get; set; }
    public int Position { get; set; }
    public required Bilingual Statement { get; set; }
    public Bilingual? Figure { get; set; }
    public int? Year { get; set; }
    public Confidence? ContactConfidence { get; set; }
    public string? Notes { get; set; }
    public bool Publish { get; set; }
    public List<SourceRow> Sources { get; } = [];
    public VerificationRow? Verification { get; set; }
}
