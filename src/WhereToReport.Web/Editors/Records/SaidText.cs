using System.Text.RegularExpressions;

namespace WhereToReport.Web.Editors.Records;

/// <summary>What stands in a field, ready to be shown: web addresses are links, and what is long is folded.</summary>
/// <param name="Pieces">The text in order; those that are addresses say so.</param>
/// <param name="Beginning">The first words where the text is long; else null.</param>
public sealed partial record SaidText(IReadOnlyList<(string Text, bool IsAddress)> Pieces, string? Beginning)
{
    // The counties of a whole state, a page.
    private const int Long = 900;
    private const int BeginningLength = 80;

    public static SaidText Of(IReadOnlyList<string> lines)
    {
        var text = string.Join('\n', lines);
        return new(
            [.. Address().Split(text).Select(piece => (piece, Address().IsMatch(piece)))],
            text.Length > Long ? text[..BeginningLength].Split('\n')[0] : null);
    }

    // In parentheses, so that splitting keeps the addresses.
    [GeneratedRegex(@"(https?://[^\s;]+)")]
    private static partial Regex Address();
}
