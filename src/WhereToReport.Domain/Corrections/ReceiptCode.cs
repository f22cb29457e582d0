using System.Security.Cryptography;

namespace WhereToReport.Domain.Corrections;

/// <summary>
/// The code by which the sender of a correction finds it again: 50 random bits in Crockford's base 32, such as
/// <c>K7QM-2FXD-9R</c>. It leads to nothing personal, and guessing one is hopeless.
/// </summary>
public readonly record struct ReceiptCode
{
    /// <summary>Ten characters without hyphens, as it is stored.</summary>
    public string Value { get; }

    // Without I, L, O and U: they are mistaken for other characters, or make words.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 10;

    private ReceiptCode(string value) => Value = value;

    public static ReceiptCode New() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>Reads a code as people type it: in any case, with spaces and hyphens anywhere, O for 0, I or L for 1. Null for anything else.</summary>
    public static ReceiptCode? Parse(string? typed)
    {
        if (typed is null or { Length: > 4 * Length })
            return null;
        var value = string.Concat(typed
            .Where(character => !char.IsWhiteSpace(character) && !IsDash(character))
            .Select(character => char.ToUpperInvariant(character) switch
            {
                'O' => '0',
                'I' or 'L' => '1',
                var other => other,
            }));
        return value.Length == Length && value.All(Alphabet.Contains) ? new(value) : null;
    }

    /// <summary>In groups, as people copy it: <c>K7QM-2FXD-9R</c>.</summary>
    public override string ToString() => $"{Value[..4]}-{Value[4..8]}-{Value[8..]}";

    // Hyphen, and what phones and word processors make of it.
    private static bool IsDash(char character) => character is '-' or '_' or '.' or >= '\u2010' and <= '\u2015' or '\u2212';
}
