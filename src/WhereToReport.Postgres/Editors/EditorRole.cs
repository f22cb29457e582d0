namespace WhereToReport.Postgres.Editors;

/// <summary>What a person may do at the desk. Each role may do what the ones before it may.</summary>
public enum EditorRole
{
    /// <summary>Works the day's list: changes records, checks facts, answers corrections.</summary>
    Editor,

    /// <summary>Also accepts or declines what others propose.</summary>
    Approver,

    /// <summary>Also invites people, locks accounts and opens them again.</summary>
    Admin,
}
