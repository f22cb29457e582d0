namespace WhereToReport.Web.Editors.Records;

/// <summary>A list to choose from, shown by the partial <c>_Choice</c> with its message beside it.</summary>
/// <param name="Name">The name that the form sends.</param>
/// <param name="Label">What it is called on the page.</param>
/// <param name="Options">What can be chosen; a value that is not among them stays possible.</param>
/// <param name="Value">What is chosen.</param>
public sealed record Choice(string Name, string Label, IEnumerable<Option> Options, string? Value)
{
    /// <summary>What it is called to choose nothing; null where something must be chosen.</summary>
    public string? None { get; init; }

    /// <summary>A sentence under the label.</summary>
    public string? Hint { get; init; }
}
