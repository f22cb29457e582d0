using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Editing;

/// <summary>A record as the database holds it.</summary>
/// <param name="Key">Which record.</param>
/// <param name="Content">Null where there is no such record.</param>
/// <param name="Version">The number of its last change in the history; 0 where it never had one.</param>
public sealed record StoredRecord(RecordKey Key, RecordContent? Content, long Version);

/// <summary>What became of a change that an editor asked for.</summary>
public abstract record EditResult
{
    private EditResult()
    {
    }

    /// <summary>It is in the directory, and every node serves it some seconds later.</summary>
    public sealed record Applied(long Revision) : EditResult;

    /// <summary>It waits for a second person.</summary>
    public sealed record Proposed(long Proposal) : EditResult;

    /// <summary>The record was changed since the editor read it; nothing was written.</summary>
    public sealed record Stale(StoredRecord Current) : EditResult;

    /// <summary>The directory would not be sound with it; nothing was written.</summary>
    public sealed record Invalid(IReadOnlyList<DataProblem> Problems) : EditResult;

    /// <summary>It needs a second person and has none: propose it.</summary>
    public sealed record NeedsSecondPerson : EditResult;

    /// <summary>Nobody accepts or declines a proposal of their own.</summary>
    public sealed record OwnProposal : EditResult;

    /// <summary>Nobody but its proposer withdraws a proposal.</summary>
    public sealed record NotOwnProposal : EditResult;

    /// <summary>Somebody was faster, or the proposal was withdrawn.</summary>
    public sealed record AlreadyDecided(ProposalState State) : EditResult;

    /// <summary>The proposal was declined or withdrawn, as asked.</summary>
    public sealed record Closed(ProposalState State) : EditResult;

    /// <summary>There is no such change or proposal.</summary>
    public sealed record NotFound : EditResult;
}
