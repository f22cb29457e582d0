using System.Text.RegularExpressions;

namespace WhereToReport.Postgres.Files.Tables;

/// <summary>
/// Keeps a spreadsheet from taking a text for a formula. Such a text gets an apostrophe in front, and so does a text that
/// begins with an apostrophe, so that <see cref="Back"/> gives exactly what was written. A phone number with its <c>+</c>
/// stays as it is: it holds digits, spaces and hyphens alone and cannot call anything.
/// </summary>
public static partial class SafeCell
{
    public static string Of(string text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\'', ..] && !PhoneNumber().IsMatch(text) ? "'" + text : text;

    /// <summary>The text that <see cref="Of"/> was given.</summary>
    public static string Back(string cell) => cell is ['\'', .. var text] ? text : cell;

    [GeneratedRegex(@"^\+[0-9][0-9 -]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneNumber();
}
