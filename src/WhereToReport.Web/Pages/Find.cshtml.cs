using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using WhereToReport.Domain;
using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Asking;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Pages;

/// <summary>Answers what was typed into the box: an answer, a choice of places, topics instead of a place, nothing found (404) or a question that cannot be understood (400).</summary>
public sealed class FindModel(DirectorySnapshot directory, Inquiry inquiry, PageLanguage language, IStringLocalizer<SiteText> text) : PageModel
{
    public SearchBox Box { get; private set; } = new();

    /// <summary>Null where the question could not be understood.</summary>
    public Reply? Reply { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? q, string? situation, CancellationToken cancel)
    {
        var typed = q?.Trim();
        Box = new(Shortened(typed), string.IsNullOrEmpty(situation) || directory.Situation(situation) is null ? null : situation);
        if (new QuestionValidator(directory).Validate(new Question(typed, situation)) is { IsValid: false } refused)
        {
            // The validator's messages are keys of the site's texts.
            Box = Box with { Problem = text[refused.Errors[0].ErrorMessage] };
            return Show(StatusCodes.Status400BadRequest);
        }

        Reply = await inquiry.Ask(typed!, Box.Situation is { } id ? directory.Situation(id) : null, language.Language, cancel);
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
