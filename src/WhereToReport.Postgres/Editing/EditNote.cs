using FluentValidation;
using WhereToReport.Postgres.Files.Validation;

namespace WhereToReport.Postgres.Editing;

/// <summary>What an editor says about a change.</summary>
/// <param name="Editor">The editor's account.</param>
/// <param name="Reason">Why, in a sentence or a few.</param>
/// <param name="SourceUrl">The page that says so; null where there is none.</param>
public sealed record EditNote(Guid Editor, string Reason, string? SourceUrl = null);

/// <summary>The rules for a note; a form that asks for one may use them too.</summary>
public sealed class EditNoteValidator : AbstractValidator<EditNote>
{
    private const int LongestReason = 2000;

    public EditNoteValidator()
    {
        RuleFor(note => note.Reason)
            .Must(reason => !string.IsNullOrWhiteSpace(reason) && reason.Length <= LongestReason)
            .WithMessage($"the reason of the change, in 1 to {LongestReason} characters");
        RuleFor(note => note.SourceUrl).IsWebAddress();
    }
}
