using WhereToReport.Postgres.Records;

namespace WhereToReport.Postgres.Schema;

/// <summary>What made a change.</summary>
public enum ChangeOrigin
{
    /// <summary>The data files.</summary>
    Import,

    /// <summary>An editor.</summary>
    Edit,

    /// <summary>An editor who found the record right, or tells how it was checked.</summary>
    Check,

    /// <summary>An editor who took an earlier change back.</summary>
    Revert,
}

/// <summary>One change of one record. Rows are only ever added: the database refuses to change or remove them.</summary>
public sealed class RecordChangeRow
{
    /// <summary>Grows with time; the last one of a record is its version.</summary>
    public long Id { get; set; }
    public RecordKind RecordKind { get; set; }
    public required string RecordId { get; set; }

    /// <summary>The record as JSON before the change; null where there was none.</summary>
    public string? Before { get; set; }

    /// <summary>The record as JSON after the change; null where it was removed.</summary>
    public string? After { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public ChangeOrigin Origin { get; set; }

    /// <summary>Whose change it is; null for an import.</summary>
    public Guid? Editor { get; set; }

    /// <summary>The second person who accepted it; null where none was needed.</summary>
    public Guid? Approver { get; set; }

    /// <summary>True where a second person was needed and the installation does without.</summary>
    public bool SingleHanded { get; set; }
    public required string Reason { get; set; }
    public string? SourceUrl { get; set; }

    /// <summary>The change that this one takes back.</summary>
    public long? Reverts { get; set; }

    /// <summary>The revision of the directory in which it is seen.</summary>
    public long Revision { get; set; }

    public RecordKey Key => new(RecordKind, RecordId);
}

/// <summary>The content of a record in the data files of the last import: what files and database are merged on.</summary>
public sealed class ImportedRecordRow
{
    public RecordKind Kind { get; set; }
    public required string Id { get; set; }

    /// <summary>The record as JSON.</summary>
    public required string Content { get; set; }
}

/// <summary>What became of a proposal.</summary>
public enum ProposalState
{
    Open,
    Accepted,
    Declined,
    Withdrawn,

    /// <summary>Its proposer made a newer one for the same record.</summary>
    Superseded,
}

/// <summary>A change that waits for a second person.</summary>
public sealed class ProposalRow
{
    public long Id { get; set; }
    public RecordKind RecordKind { get; set; }
    public required string RecordId { get; set; }

    /// <summary>The version of the record that the proposer saw; 0 where there was no record.</summary>
    public long BaseVersion { get; set; }
    public string? Before { get; set; }

    /// <summary>The record as it shall be; null where it shall be removed.</summary>
    public string? After { get; set; }
    public required string Reason { get; set; }
    public string? SourceUrl { get; set; }

    /// <summary>The change that it takes back.</summary>
    public long? Reverts { get; set; }

    /// <summary>Who proposed it.</summary>
    public Guid Editor { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public ProposalState State { get; set; }
    public Guid? DecidedBy { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public string? DecisionNote { get; set; }

    /// <summary>Postgres's own mark of the row's last change: a decision on a row that somebody else has decided is refused.</summary>
    public uint RowVersion { get; set; }

    public RecordKey Key => new(RecordKind, RecordId);
}
