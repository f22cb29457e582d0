using WhereToReport.Domain.Links;

namespace WhereToReport.Postgres.Schema;

/// <summary>A link of the directory: what its last check found, and when the next one is due.</summary>
public sealed class LinkCheckRow
{
    /// <summary>As <see cref="DirectoryLinks.Address"/> writes it.</summary>
    public required string Url { get; set; }

    /// <summary>Null before the first check.</summary>
    public LinkOutcome? Outcome { get; set; }
    public int? Status { get; set; }
    public string? FinalUrl { get; set; }
    public string? MovedTo { get; set; }
    public string? Detail { get; set; }
    public DateTimeOffset? CheckedAt { get; set; }
    public DateTimeOffset? FirstFailedAt { get; set; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; set; }
    public DateTimeOffset NextDue { get; set; }
    public List<LinkUseRow> Uses { get; } = [];

    /// <summary>The last few checks.</summary>
    public List<LinkResultRow> Results { get; } = [];
}

/// <summary>A record that uses a link, and as what.</summary>
public sealed class LinkUseRow
{
    public required string Url { get; set; }
    public LinkedRecord Record { get; set; }

    /// <summary>The record's id: a duty's state code, a page's language and slug (<c>en/sextortion</c>).</summary>
    public required string RecordId { get; set; }
    public LinkPart Part { get; set; }
}

/// <summary>What one check found.</summary>
public sealed class LinkResultRow
{
    public long Id { get; set; }
    public required string Url { get; set; }
    public DateTimeOffset CheckedAt { get; set; }
    public LinkOutcome Outcome { get; set; }
    public int? Status { get; set; }
    public string? FinalUrl { get; set; }
    public string? Detail { get; set; }
}
