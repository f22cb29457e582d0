namespace WhereToReport.Postgres.Editing;

/// <summary>The settings under <c>Editing</c>.</summary>
public sealed class EditingOptions
{
    /// <summary>
    /// True where a second person must accept what sends visitors to somebody. False is for installations with one editor:
    /// such changes apply at once, and the history shows them as made single-handed.
    /// </summary>
    public bool FourEyes { get; set; } = true;
}
