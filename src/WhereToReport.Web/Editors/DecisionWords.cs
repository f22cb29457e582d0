using WhereToReport.Domain.Corrections;
using WhereToReport.Web.Editors.Records;

namespace WhereToReport.Web.Editors;

/// <summary>How the desk speaks of what became of a correction.</summary>
public static class DecisionWords
{
    /// <summary>What an editor can decide.</summary>
    public static IReadOnlyList<Option> Decisions { get; } =
    [
        new(nameof(CorrectionState.Accepted), "The visitor is right: it is changed, or on its way"),
        new(nameof(CorrectionState.NoChangeNeeded), "Checked: what we say is still right"),
        new(nameof(CorrectionState.Duplicate), "Somebody told us before"),
        new(nameof(CorrectionState.Declined), "Declined"),
    ];

    public static string Of(CorrectionState state) => state switch
    {
        CorrectionState.Open => "open",
        CorrectionState.Accepted => "accepted",
        CorrectionState.Declined => "declined",
        CorrectionState.NoChangeNeeded => "still right",
        _ => "told before",
    };
}
