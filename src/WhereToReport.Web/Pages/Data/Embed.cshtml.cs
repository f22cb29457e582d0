using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using WhereToReport.Domain;
using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Answering;
using WhereToReport.Web.Asking;
using WhereToReport.Web.Embedding;
using WhereToReport.Web.Serving;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Pages.Data;

/// <summary>Builds the line of HTML that carries a place's contacts into another site.</summary>
public sealed class EmbedModel(DirectorySnapshot directory, PageLanguage here, PlaceWords places, EmbedTitle titles, IStringLocalizer<SiteText> text) : PageModel
{
    public string? Typed { get; private set; }

    public Situation? Situation { get; private set; }

    public Language Language { get; private set; }

    /// <summary>What is wrong with what was typed.</summary>
    public string? Problem { get; private set; }

    /// <summary>The places that the text can mean, where there are several.</summary>
    public IReadOnlyList<PlaceChoice> Choices { get; private set; } = [];

    /// <summary>Null until a place is known.</summary>
    public EmbedCode? Code { get; private set; }

    public void OnGet(string? q, string? situation, string? lang)
    {
        Typed = q?.Trim();
        Language = Languages.FromCode(lang) ?? here.Language;
        Situation = string.IsNullOrEmpty(situation) ? null : directory.Situation(situation);
        if (string.IsNullOrEmpty(Typed))
            return;
        if (new QuestionValidator(directory).Validate(new Question(Typed, situation, lang)) is { IsValid: false } refused)
        {
            (Typed, Problem) = (null, text[refused.Errors[0].ErrorMessage]);
            return;
        }
        switch (directory.Finder.Find(directory.Places.Resolve(Typed), Situation))
        {
            case Outcome.Answered { Answer.Place: var place }:
                Code = new(PublicAddress.Of(Request), EmbedCode.PathOf(place, Situation?.Id, Language), titles.Of(place, Language));
                break;
            case Outcome.Choose choose:
                Choices = choose.Choices;
                break;
            default:
                Problem = text["No place with this name is on record. Try a ZIP code, a county with its state, or a country."];
                break;
        }
    }

    /// <summary>The text that leads to one of the choices and to no other place.</summary>
    public string Exactly(Place place) => place is Country ? text["country of {0}", places.Full(place)] : places.Full(place);
}
