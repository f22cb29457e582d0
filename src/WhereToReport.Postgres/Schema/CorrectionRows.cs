using WhereToReport.Domain.Corrections;

namespace WhereToReport.Postgres.Schema;

/// <summary>What a stranger says is wrong, and what became of it.</summary>
public sealed class CorrectionRow
{
    public Guid Id { get; set; }

    /// <summary>Ten characters of Crockford's base 32, by which the sender finds it again.</summary>
    public required string Receipt { get; set; }

    /// <summary>Made from the form's key and what was in the form: a form that is sent again is stored once.</summary>
    public Guid IdempotencyKey { get; set; }

    /// <summary>No foreign key: a channel may go, what was said about it stays.</summary>
    public string? ChannelId { get; set; }
    public CorrectionKind Kind { get; set; }
    public required string Text { get; set; }
    public string? SourceUrl { get; set; }

    /// <summary>Deleted 30 days after the decision.</summary>
    public string? Email { get; set; }

    /// <summary>ISO 639-1: <c>en</c> or <c>es</c>.</summary>
    public required string Language { get; set; }

    /// <summary>A field that people do not see was filled. Kept all the same, because a browser may have filled it.</summary>
    public bool LooksLikeSpam { get; set; }
    public DateTimeOffset ReceivedAt { get; set; }
    public CorrectionState State { get; set; }

    /// <summary>What the editors say to the sender.</summary>
    public string? Answer { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>The editor's account. No foreign key: an account may go.</summary>
    public Guid? DecidedBy { get; set; }
}
