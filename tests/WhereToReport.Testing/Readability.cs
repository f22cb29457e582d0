using System.Text.RegularExpressions;

namespace WhereToReport.Testing;

/// <summary>The Flesch-Kincaid grade level of an English text: 0.39 words a sentence + 11.8 syllables a word - 15.59.</summary>
public static partial class Readability
{
    public static double Grade(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value).ToArray();
        var sentences = Math.Max(1, SentenceEnd().Count(text + "\n"));
        return 0.39 * words.Length / sentences + 11.8 * words.Sum(Syllables) / Math.Max(1, words.Length) - 15.59;
    }

    // Groups of vowels, less a silent e at the end; a number counts as the word it is read as, roughly a syllable a digit.
    private static int Syllables(string word)
    {
        if (char.IsDigit(word[0]))
            return word.Count(char.IsDigit);
        var lower = word.ToLowerInvariant();
        var groups = Vowels().Count(lower);
        var silent = lower.EndsWith('e') && !lower.EndsWith("le", StringComparison.Ordinal) && groups > 1 ? 1 : 0;
        return Math.Max(1, groups - silent);
    }

    [GeneratedRegex(@"[0-9][0-9,.]*[0-9]|[0-9]|[A-Za-z][A-Za-z'’]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"[.!?:;]+(?=\s)|\n+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();
}
