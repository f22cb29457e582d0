using WhereToReport.Domain.Sources;

namespace WhereToReport.Domain.Checks;

/// <summary>The kinds of records that are checked again and again.</summary>
public enum CheckedKind
{
    Channel,
    Role,
    Situation,
    Duty,
    AwarenessFact,
    LearnPage,
}

/// <summary>When a published record was last checked, and when it is to be checked again.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The record's id: a duty's state code, a page's language and slug (<c>en/sextortion</c>).</param>
/// <param name="Name">What people call it.</param>
/// <param name="Checked">The day of the last check; null where there was none.</param>
/// <param name="DueOn">The day from which on it is due.</param>
/// <param name="Doubts">Why it comes before others; none where nothing is in doubt.</param>
public sealed record DueCheck(CheckedKind Kind, string Id, string Name, DateOnly? Checked, DateOnly DueOn, Doubts Doubts)
{
    public bool IsDue(DateOnly today) => DueOn <= today;
}

/// <summary>What makes a record doubtful.</summary>
[Flags]
public enum Doubts
{
    None = 0,

    /// <summary>A contact that was only ever read in a stored copy (<see cref="VerificationMethod.ReadArchivedCopy"/>).</summary>
    NeverConfirmed = 1,

    /// <summary>An editor called something about it <see cref="Confidence.Medium"/> or <see cref="Confidence.Low"/>.</summary>
    LowConfidence = 2,

    /// <summary>An editor noted a doubt or a conflict of sources.</summary>
    Noted = 4,
}
