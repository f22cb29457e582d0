using WhereToReport.Domain.Checks;
using WhereToReport.Domain.Sources;

namespace WhereToReport.Web.Editors.Records;

/// <summary>How the desk speaks of checks.</summary>
public static class CheckWords
{
    /// <summary>The ways an editor can check something today.</summary>
    public static IReadOnlyList<Option> Methods { get; } =
    [
        new(nameof(VerificationMethod.ReadOfficialPage), "I read it on the official page"),
        new(nameof(VerificationMethod.Called), "I called and it is right"),
        new(nameof(VerificationMethod.AgencyConfirmed), "The agency confirmed it to me"),
    ];

    public static string Of(CheckedKind kind) => kind switch
    {
        CheckedKind.Channel => "Contact",
        CheckedKind.Role => "Role",
        CheckedKind.Situation => "Situation",
        CheckedKind.Duty => "Duty",
        CheckedKind.AwarenessFact => "Figure",
        _ => "Page",
    };

    public static string Plural(CheckedKind kind) => kind switch
    {
        CheckedKind.Channel => "Contacts",
        CheckedKind.Role => "Roles",
        CheckedKind.Situation => "Situations",
        CheckedKind.Duty => "Duties",
        CheckedKind.AwarenessFact => "Figures",
        _ => "Pages",
    };

    /// <summary>What makes a record doubtful, each in a few words.</summary>
    public static IEnumerable<string> Of(Doubts doubts)
    {
        if (doubts.HasFlag(Doubts.NeverConfirmed))
            yield return "never confirmed";
        if (doubts.HasFlag(Doubts.LowConfidence))
            yield return "not sure";
        if (doubts.HasFlag(Doubts.Noted))
            yield return "has notes";
    }
}
