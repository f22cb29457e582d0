using FluentValidation;
using WhereToReport.Postgres.Editing;

namespace WhereToReport.Web.Editors.Records;

/// <summary>Why an editor changes a record, and where it can be read.</summary>
public sealed class NoteForm
{
    public string? Reason { get; set; }
    public string? SourceUrl { get; set; }

    /// <summary>The note of an editor, for the history.</summary>
    public EditNote By(Guid editor) => new(editor, Reason!.ReplaceLineEndings("\n").Trim(), string.IsNullOrWhiteSpace(SourceUrl) ? null : SourceUrl.Trim());

    internal sealed class Validator : AbstractValidator<NoteForm>
    {
        private const int LongestReason = 2000;

        /// <param name="sourceNeeded">True where the change sends visitors to somebody.</param>
        public Validator(bool sourceNeeded)
        {
            RuleFor(note => note.Reason).Cascade(CascadeMode.Stop)
                .NotEmpty().WithMessage("Say in a sentence why.")
                .MaximumLength(LongestReason).WithMessage($"Use at most {LongestReason} characters.");
            RuleFor(note => note.SourceUrl).NotEmpty().When(_ => sourceNeeded)
                .WithMessage("Visitors will be sent there: give the address of the page that says so.");
            RuleFor(note => note.SourceUrl)
                .Must(url => Uri.TryCreate(url!.Trim(), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp))
                .When(note => !string.IsNullOrWhiteSpace(note.SourceUrl))
                .WithMessage("Type an address that starts with https:// or http://.");
        }
    }
}
