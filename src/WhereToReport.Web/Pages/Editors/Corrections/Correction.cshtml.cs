using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain.Corrections;
using WhereToReport.Postgres.Corrections;
using WhereToReport.Postgres.Schema;
using WhereToReport.Web.Editors;
using WhereToReport.Web.Editors.Records;

namespace WhereToReport.Web.Pages.Editors.Corrections;

/// <summary>One correction in full; here an editor decides on it and answers its sender.</summary>
public sealed class CorrectionModel(CorrectionDesk corrections, EditorNames names) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DecisionForm Decision { get; set; } = new();

    public CorrectionRow Correction { get; private set; } = null!;

    public EditorNames Names => names;

    /// <summary>What was just done, in a sentence.</summary>
    public string? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(bool saved, long? proposed, CancellationToken cancel)
    {
        if (!await Read(cancel))
            return NotFound();
        if (saved || proposed is not null)
            Decision.State = CorrectionState.Accepted;
        Done = proposed is not null ? "Your change is proposed and waits for a second person. Now answer the sender."
            : saved ? "Your change is saved. Now answer the sender." : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
            return NotFound();
        if (!ModelState.Holds(new DecisionForm.Validator(), Decision, nameof(Decision)))
            return Page();
        var answer = string.IsNullOrWhiteSpace(Decision.Answer) ? null : Decision.Answer.ReplaceLineEndings("\n").Trim();
        if (!await corrections.Decide(Id, new(Decision.State!.Value, answer, User.EditorId()), cancel))
        {
            await Read(cancel);
            ModelState.AddModelError("", "Somebody was faster: it is decided already. Your answer was not saved.");
            return Page();
        }
        await Read(cancel);
        Done = "Decided. The sender sees it with the receipt code.";
        return Page();
    }

    private async Task<bool> Read(CancellationToken cancel)
    {
        if (await corrections.Find(Id, cancel) is not { } correction)
            return false;
        Correction = correction;
        await names.Load(cancel);
        return true;
    }

    /// <summary>What became of it, and a sentence for the sender.</summary>
    public sealed class DecisionForm
    {
        public CorrectionState? State { get; set; }
        public string? Answer { get; set; }

        internal sealed class Validator : AbstractValidator<DecisionForm>
        {
            private const int LongestAnswer = 2000;

            public Validator()
            {
                RuleFor(form => form.State).Must(state => state is not null and not CorrectionState.Open && Enum.IsDefined(state.Value)).WithMessage("Choose what became of it.");
                RuleFor(form => form.Answer).MaximumLength(LongestAnswer).WithMessage($"Use at most {LongestAnswer} characters.");
                RuleFor(form => form.Answer).NotEmpty().When(form => form.State == CorrectionState.Declined).WithMessage("Tell the sender why.");
            }
        }
    }
}
