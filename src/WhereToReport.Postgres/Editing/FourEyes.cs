using WhereToReport.Postgres.Records;

namespace WhereToReport.Postgres.Editing;

/// <summary>
/// Which changes need a second person: all by which a visitor is sent to somebody, be it by a field that is made for it or
/// by a number or an address that newly stands in a sentence, and what people in danger are told to do.
/// </summary>
public static class FourEyes
{
    private static readonly Dictionary<RecordKind, string[]> s_guarded = new()
    {
        [RecordKind.Channel] =
        [
            "phones", "text", "chatUrl", "reportUrl", "reportUrlRestrictedTo", "email", "website", "coverage", "kind", "takesReports", "publish",
        ],
        [RecordKind.Role] = ["website", "fills"],
        [RecordKind.Situation] = ["contacts", "alsoIf", "danger", "do", "dont"],
        [RecordKind.GeneralPlan] = ["contacts"],
        [RecordKind.Duty] = ["reportTo"],

        // A page's text holds links and numbers.
        [RecordKind.LearnPage] = ["markdown"],
    };

    /// <param name="key">The record.</param>
    /// <param name="before">Its content now; null where it is to be added.</param>
    /// <param name="after">Its content as it shall be; null where it is to be removed.</param>
    public static bool NeedsSecondPerson(RecordKey key, RecordContent? before, RecordContent? after) =>
        s_guarded.TryGetValue(key.Kind, out var fields) && RecordContent.FieldsThatDiffer(before, after).Intersect(fields).Any()
        || before != after && Leads.In(after).Except(Leads.In(before)).Any();
}
