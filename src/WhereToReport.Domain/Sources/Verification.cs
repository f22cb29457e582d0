namespace WhereToReport.Domain.Sources;

/// <summary>How a fact was checked.</summary>
public enum VerificationMethod
{
    /// <summary>A stored copy of the page was read; the page itself may have changed since.</summary>
    ReadArchivedCopy,
    ReadOfficialPage,
    Called,
    AgencyConfirmed,
}

/// <summary>The last check of a record: how, on which day, and what the phone menu said, in one short sentence.</summary>
public sealed record Verification(VerificationMethod Method, DateOnly On, Bilingual? PhoneMenu = null);

/// <summary>How sure an editor is of a fact.</summary>
public enum Confidence
{
    High,
    Medium,
    Low,
}
