using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Sources;

namespace WhereToReport.Postgres.Schema;

public sealed class OrganizationRow
{
    public required string Id { get; set; }
    public required Bilingual Name { get; set; }
    public string? Kind { get; set; }
    public string? City { get; set; }
}

/// <summary>A record whose facts have sources and a verification: channel, role, situation, duty or awareness fact.</summary>
public interface ISourcedRow
{
    List<SourceRow> Sources { get; }
    VerificationRow? Verification { get; set; }
}

public sealed class ChannelRow : ISourcedRow, IOrderedRow
{
    public required string Id { get; set; }

    /// <summary>The place of the record in its data file.</summary>
    public int Position { get; set; }
    public ChannelKind Kind { get; set; }
    public required Bilingual Name { get; set; }
    public string? OperatorId { get; set; }
    public Bilingual? WhatFor { get; set; }
    public Bilingual? NotFor { get; set; }
    public List<string> Audience { get; set; } = [];
    public Bilingual? Hours { get; set; }
    public List<string> Languages { get; set; } = [];
    public Bilingual? LanguagesNote { get; set; }
    public bool? Anonymous { get; set; }
    public bool TakesReports { get; set; }
    public bool LocalOnly { get; set; }
    public bool? InhopeMember { get; set; }
    public Confidence? IdentityConfidence { get; set; }
    public Confidence? ContactConfidence { get; set; }
    public Confidence? CoverageConfidence { get; set; }
    public string? Notes { get; set; }
    public bool Publish { get; set; }
    public List<ContactRow> Contacts { get; } = [];
    public List<CoverageRow> Coverage { get; } = [];
    public List<ChannelSituationRow> Situations { get; } = [];
    public List<SourceRow> Sources { get; } = [];
    public VerificationRow? Verification { get; set; }
}

public enum ContactKind
{
    Phone,
    Text,
    Chat,
    ReportForm,
    Website,
    Email,
}

/// <summary>One way to get in touch with a channel. What <see cref="Value"/> may be depends on the kind; the database checks it.</summary>
public sealed class ContactRow
{
    public int Id { get; set; }
    public required string ChannelId { get; set; }
    public int Position { get; set; }
    public ContactKind Kind { get; set; }

    /// <summary>A number (E.164 or short code), a web address or an e-mail address.</summary>
    public required string Value { get; set; }
    public Bilingual? Label { get; set; }
    public string? Extension { get; set; }
    public PhoneLine? Line { get; set; }
    public Confidence? Confidence { get; set; }
    public bool Tty { get; set; }
    public bool TollFree { get; set; }
    public bool InStateOnly { get; set; }

    /// <summary>The word to send to a text line.</summary>
    public string? Body { get; set; }
    public FormRestriction? RestrictedTo { get; set; }
}

/// <summary>
/// One explicit area of a channel's coverage; no code at all means the whole world. Rows of one <see cref="Position"/> were
/// written as one rule; <see cref="RestOfState"/> marks those that came from "the rest of the state".
/// </summary>
public sealed class CoverageRow
{
    public int Id { get; set; }
    public required string ChannelId { get; set; }
    public int Position { get; set; }
    public string? CountryCode { get; set; }
    public string? StateCode { get; set; }
    public string? CountyFips { get; set; }
    public bool RestOfState { get; set; }
    public CoverageBasis Basis { get; set; }
}

public sealed class ChannelSituationRow
{
    public required string ChannelId { get; set; }
    public required string SituationId { get; set; }
    public int Position { get; set; }
}

public sealed class RoleRow : ISourcedRow, IOrderedRow
{
    public required string Id { get; set; }
    public int Position { get; set; }
    public required Bilingual Name { get; set; }
    public required Bilingual WhatFor { get; set; }
    public Bilingual? NotFor { get; set; }
    public string? Website { get; set; }
    public ChannelKind? Fills { get; set; }
    public Confidence? ContactConfidence { get; set; }
    public string? Notes { get; set; }
    public List<SourceRow> Sources { get; } = [];
    public VerificationRow? Verification { get; set; }
}
