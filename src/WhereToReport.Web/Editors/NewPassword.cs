using FluentValidation;

namespace WhereToReport.Web.Editors;

/// <summary>What a password must be: long, and not what everybody knows of the person. No rules about digits or signs: they make passwords worse.</summary>
internal static class NewPassword
{
    /// <summary>The fewest characters.</summary>
    public const int Shortest = 12;

    private const int Longest = 200;

    /// <param name="rule">The field with the new password.</param>
    /// <param name="known">What everybody knows: name and e-mail address.</param>
    public static void MustBeGood<T>(this IRuleBuilderInitial<T, string?> rule, Func<T, IEnumerable<string?>> known) => rule
        .Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Type a password.")
        .MinimumLength(Shortest).WithMessage($"Use at least {Shortest} characters. Four words of your choice are a good password.")
        .MaximumLength(Longest).WithMessage($"Use at most {Longest} characters.")
        .Must((form, password) => !known(form).Any(text => IsSame(text, password!))).WithMessage("Do not use your name or e-mail address.");

    private static bool IsSame(string? known, string password) =>
        known is { Length: > 0 } && (Plain(known) == Plain(password) || Plain(known.Split('@')[0]) == Plain(password));

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
