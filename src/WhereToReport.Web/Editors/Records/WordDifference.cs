using System.Text.RegularExpressions;

namespace WhereToReport.Web.Editors.Records;

/// <summary>A stretch of text, and whether the other text has it too.</summary>
public sealed record Piece(string Text, bool Changed);

/// <summary>Compares two texts word by word.</summary>
public static partial class WordDifference
{
    // Above this many comparisons the two texts are shown as changed as a whole.
    private const int MostWork = 4_000_000;

    /// <summary>Both texts in pieces: what only one of them has is marked as changed.</summary>
    public static (IReadOnlyList<Piece> Before, IReadOnlyList<Piece> After) Of(string before, string after)
    {
        var (left, right) = (Words(before), Words(after));
        var (keptLeft, keptRight) = Common(left, right);
        return (Pieces(left, keptLeft), Pieces(right, keptRight));
    }

    private static string[] Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    // The longest common subsequence, after what both begin and end with.
    private static (bool[] Left, bool[] Right) Common(string[] left, string[] right)
    {
        var (keptLeft, keptRight) = (new bool[left.Length], new bool[right.Length]);
        var start = 0;
        while (start < left.Length && start < right.Length && left[start] == right[start])
            (keptLeft[start], keptRight[start++]) = (true, true);
        var (endLeft, endRight) = (left.Length, right.Length);
        while (endLeft > start && endRight > start && left[endLeft - 1] == right[endRight - 1])
            (keptLeft[--endLeft], keptRight[--endRight]) = (true, true);
        if ((long)(endLeft - start) * (endRight - start) <= MostWork)
            Keep(left.AsSpan(start..endLeft), right.AsSpan(start..endRight), keptLeft.AsSpan(start), keptRight.AsSpan(start));
        return (keptLeft, keptRight);
    }

    private static void Keep(ReadOnlySpan<string> left, ReadOnlySpan<string> right, Span<bool> keptLeft, Span<bool> keptRight)
    {
        var longest = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
                longest[i, j] = left[i] == right[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }
        for (var (i, j) = (0, 0); i < left.Length && j < right.Length;)
        {
            if (left[i] == right[j])
                (keptLeft[i++], keptRight[j++]) = (true, true);
            else if (longest[i + 1, j] >= longest[i, j + 1])
                i++;
            else
                j++;
        }
    }

    private static List<Piece> Pieces(string[] words, bool[] kept)
    {
        var pieces = new List<Piece>();
        foreach (var (at, word) in words.Index())
        {
            if (pieces.Count > 0 && pieces[^1].Changed == !kept[at])
                pieces[^1] = pieces[^1] with { Text = pieces[^1].Text + word };
            else
                pieces.Add(new(word, !kept[at]));
        }
        return pieces;
    }

    [GeneratedRegex(@"\n|[^\S\n]+|\S+")]
    private static partial Regex Word();
}
