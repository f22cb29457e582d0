using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using WhereToReport.Domain;
using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Asking;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Pages;

/// <summary>Answers what was typed into the box: an answer, a choice of places, topics instead of a place, nothing found (404) or a question that cannot be understood (400). What happened alone leads to its plan.</summary>
public sealed class FindModel(DirectorySnapshot directory, Inquiry inquiry, PageLanguage language, PageHead head, IStringLocalizer<SiteText> text) : PageModel
{
    public SearchBox Box { get; private set; } = new();

    /// <summary>Null where the question could not be understood.</summary>
    public Reply? Reply { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? q, string? situation, CancellationToken cancel)
    {
        var typed = q?.Trim();
        var about = string.IsNullOrEmpty(situation) ? null : directory.Situation(situation);
        if (about is not null && string.IsNullOrEmpty(typed))
            return Redirect(language.To(about.Path));
        Box = new(Shortened(typed), about?.Id);
        if (new QuestionValidator(directory).Validate(new Question(typed, situation)) is { IsValid: false } refused)
        {
            // The validator's messages are keys of the site's texts.
            Box = Box with { Problem = text[refused.Errors[0].ErrorMessage] };
            return Show(StatusCodes.Status400BadRequest);
        }

        // Whatever its ZIP code, a county has one and the same page: nodes keep it once for all of them.
        if (directory.Places.CountiesOfZip(typed) is [var county])
        {
            Box = Box with { Text = null };
            head.PathInOther = PageLanguage.PathOf(county, about?.Id);
        }
        Reply = await inquiry.Ask(typed!, about, language.Language, cancel);
        return Show(Reply is { Outcome: Outcome.NotFound, Topics.Any: false } ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    private PageResult Show(int status)
    {
        var page = Page();
        page.StatusCode = status;
        return page;
    }

    // Cut between characters, never inside one.
    private static string? Shortened(string? typed) =>
        typed is not { Length: > PlaceText.MaxLength } ? typed : typed[..(char.IsHighSurrogate(typed[PlaceText.MaxLength - 1]) ? PlaceText.MaxLength - 1 : PlaceText.MaxLength)];
}
