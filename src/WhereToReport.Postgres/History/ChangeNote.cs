using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.History;

/// <summary>What the history tells about a change: who made it, when and why.</summary>
public sealed record ChangeNote
{
    public required ChangeOrigin Origin { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>In a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The page that says so.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>The editor's account; null for an import.</summary>
    public Guid? Editor { get; init; }

    /// <summary>The second person's account.</summary>
    public Guid? Approver { get; init; }

    /// <summary>A second person was needed and the installation does without.</summary>
    public bool SingleHanded { get; init; }

    /// <summary>The change that this one takes back.</summary>
    public long? Reverts { get; init; }

    /// <summary>The revision it belongs to, where one was made for it already; without, the save makes one.</summary>
    internal long? Revision { get; init; }
}

/// <summary>Records were about to be saved without a word on who changes them and why.</summary>
public sealed class ChangeWithoutNoteException()
    : InvalidOperationException("Records are saved only with a note on who changes them and why: set DirectoryContext.Note first.");
