using System.Numerics;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Sources;

namespace WhereToReport.Domain.Checks;

/// <summary>
/// Which published records are due for a check: contacts 90 days after the last one, duties and situations after 180, figures
/// and pages that explain after 365. A contact that was only read in a stored copy was never checked where it stands, so it is due at once.
/// </summary>
public static class CheckSchedule
{
    /// <summary>How many days a check of this kind of record is good for.</summary>
    public static int DaysGood(CheckedKind kind) => kind switch
    {
        CheckedKind.Channel or CheckedKind.Role => 90,
        CheckedKind.Duty or CheckedKind.Situation => 180,
        _ => 365,
    };

    /// <summary>Every published record, those first that are to be checked first: by doubts, then by the day they are due.</summary>
    public static IReadOnlyList<DueCheck> Of(DirectoryFacts facts) =>
        [.. All(facts)
            .OrderByDescending(check => BitOperations.PopCount((uint)check.Doubts))
            .ThenBy(check => check.DueOn)
            .ThenBy(check => check.Kind)
            .ThenBy(check => check.Id, StringComparer.Ordinal)];

    private static IEnumerable<DueCheck> All(DirectoryFacts facts) =>
    [
        .. from channel in facts.Channels
           where channel.Publish
           select Check(CheckedKind.Channel, channel.Id, channel.Name.En, channel.Verification, channel.Confidence, channel.Notes),
        .. from role in facts.Roles
           select Check(CheckedKind.Role, role.Id, role.Name.En, role.Verification, role.Confidence, role.Notes),
        .. from situation in facts.Situations
           select Check(CheckedKind.Situation, situation.Id, situation.Label.En, situation.Verification, situation.Confidence, situation.Notes),
        .. from duty in facts.Duties
           select Check(CheckedKind.Duty, duty.State, "School duty of " + StateName(facts, duty.State), duty.Verification, duty.Confidence, duty.Notes),
        .. from fact in facts.AwarenessFacts
           where fact.Publish
           select Check(CheckedKind.AwarenessFact, fact.Id, fact.Statement.En, fact.Verification, fact.Confidence, fact.Notes),
        .. from page in facts.LearnPages
           select new DueCheck(CheckedKind.LearnPage, $"{page.Language}/{page.Slug}", page.Title, page.Reviewed, page.Reviewed.AddDays(DaysGood(CheckedKind.LearnPage)), Doubts.None),
    ];

    private static DueCheck Check(CheckedKind kind, string id, string name, Verification? verification, ChannelConfidence? confidence, string? notes)
    {
        var onlyCopy = kind is CheckedKind.Channel or CheckedKind.Role && verification?.Method == VerificationMethod.ReadArchivedCopy;
        var doubts = (onlyCopy ? Doubts.NeverConfirmed : Doubts.None)
            | (IsLow(confidence) ? Doubts.LowConfidence : Doubts.None)
            | (notes is { Length: > 0 } ? Doubts.Noted : Doubts.None);
        var due = verification switch
        {
            null => DateOnly.MinValue,
            _ when onlyCopy => verification.On,
            _ => verification.On.AddDays(DaysGood(kind)),
        };
        return new(kind, id, name, verification?.On, due, doubts);
    }

    private static bool IsLow(ChannelConfidence? confidence) =>
        confidence is not null && new[] { confidence.Identity, confidence.Contact, confidence.Coverage }.Any(one => one is Confidence.Medium or Confidence.Low);

    private static string StateName(DirectoryFacts facts, string code) =>
        facts.Gazetteer.States.FirstOrDefault(state => state.Code == code)?.Name ?? code;
}
