using WhereToReport.Postgres.Schema;

namespace WhereToReport.Web.Editors.Records;

/// <summary>How the desk speaks of changes and proposals.</summary>
public static class HistoryWords
{
    public static string Of(RecordChangeRow change) => change switch
    {
        { Origin: ChangeOrigin.Check } => "Checked",
        { Origin: ChangeOrigin.Revert } => "Taken back",
        { Before: null } => "Added",
        { After: null } => "Removed",
        _ => "Changed",
    };

    public static string Of(ChangeOrigin origin) => origin switch
    {
        ChangeOrigin.Import => "Data files",
        ChangeOrigin.Edit => "Edits",
        ChangeOrigin.Check => "Checks",
        _ => "Taken back",
    };

    public static string Of(ProposalState state) => state switch
    {
        ProposalState.Open => "waits",
        ProposalState.Accepted => "accepted",
        ProposalState.Declined => "declined",
        ProposalState.Withdrawn => "withdrawn",
        _ => "replaced by a newer one",
    };

    public static string Of(ProposalRow proposal) => proposal switch
    {
        { Reverts: not null } => "Take back a change",
        { Before: null } => "Add",
        { After: null } => "Remove",
        _ => "Change",
    };
}
