namespace WhereToReport.Domain.Links;

/// <summary>How a link stands after its checks so far, and when the next one is due.</summary>
/// <param name="Failures">Failures in a row; a check that learned nothing neither adds to them nor ends them.</param>
/// <param name="FirstFailedAt">When the row of failures began.</param>
/// <param name="NextDue">When to check it again.</param>
public sealed record LinkStanding(int Failures, DateTimeOffset? FirstFailedAt, DateTimeOffset NextDue)
{
    /// <summary>A link is called broken after this many failures in a row …</summary>
    public const int BrokenAfterFailures = 3;

    /// <summary>… over at least this time, so that no outage of a day puts a link on the editors' list.</summary>
    public static readonly TimeSpan BrokenAfter = TimeSpan.FromDays(2);

    private static readonly TimeSpan s_usual = TimeSpan.FromDays(7);
    private static readonly TimeSpan[] s_afterFailure = [TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(4), s_usual];

    public LinkStanding After(LinkFinding finding, DateTimeOffset now)
    {
        if (finding.Outcome.IsUncertain())
            return this with { NextDue = AskedToWait(finding.NotBefore, now) };
        if (!finding.Outcome.IsFailure())
            return new(0, null, now + s_usual);
        return new(Failures + 1, FirstFailedAt ?? now, now + s_afterFailure[Math.Min(Failures, s_afterFailure.Length - 1)]);
    }

    // A host that names a time is asked again soon after it; no host can put a check off for more than the usual time.
    private static DateTimeOffset AskedToWait(DateTimeOffset? notBefore, DateTimeOffset now)
    {
        var soon = now + s_afterFailure[0];
        var usual = now + s_usual;
        return notBefore is not { } until || until > usual ? usual : until > soon ? until : soon;
    }
}
