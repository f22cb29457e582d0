using WhereToReport.Domain;
using WhereToReport.Domain.Sources;

namespace WhereToReport.Postgres.Schema;

/// <summary>Where a fact of one record was read. Exactly one of the five references is set.</summary>
public sealed class SourceRow
{
    public int Id { get; set; }
    public string? ChannelId { get; set; }
    public string? RoleId { get; set; }
    public string? SituationId { get; set; }
    public string? DutyStateCode { get; set; }
    public string? AwarenessFactId { get; set; }
    public int Position { get; set; }
    public required string Url { get; set; }
    public List<string> Supports { get; set; } = [];
    public string? Date { get; set; }
    public bool Official { get; set; }
}

/// <summary>A record that has its place in a list: channel, role, situation or awareness fact.</summary>
public interface IOrderedRow
{
    string Id { get; }
    int Position { get; set; }
}

/// <summary>The last check of one record. Exactly one of the five references is set.</summary>
public sealed class VerificationRow
{
    public int Id { get; set; }
    public string? ChannelId { get; set; }
    public string? RoleId { get; set; }
    public string? SituationId { get; set; }
    public string? DutyStateCode { get; set; }
    public string? AwarenessFactId { get; set; }
    public VerificationMethod Method { get; set; }
    public DateOnly CheckedOn { get; set; }

    /// <summary>What the phone menu says, where the checker heard one.</summary>
    public Bilingual? PhoneMenu { get; set; }
}

/// <summary>A state of the whole directory. Nodes poll the newest row to learn that something changed.</summary>
public sealed class DirectoryRevisionRow
{
    public long Number { get; set; }
    public DateTimeOffset MadeAt { get; set; }

    /// <summary>What made it: <c>import</c>, <c>edit</c>, <c>check</c> or <c>revert</c>.</summary>
    public ChangeOrigin Origin { get; set; }
    public required string Summary { get; set; }
}
