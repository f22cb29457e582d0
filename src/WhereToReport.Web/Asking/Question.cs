using FluentValidation;
using WhereToReport.Domain;
using WhereToReport.Domain.Places;

namespace WhereToReport.Web.Asking;

/// <summary>A question as it arrives: a place in free text, and optionally a situation and a language.</summary>
public sealed record Question(string? Place, string? Situation, string? Lang = null);

/// <summary>What a question may hold. Messages are sentences that a person can act on.</summary>
internal sealed class QuestionValidator : AbstractValidator<Question>
{
    public QuestionValidator(DirectorySnapshot directory)
    {
        RuleFor(question => question.Place)
            .Must(place => !string.IsNullOrWhiteSpace(place))
            .WithMessage("Type a ZIP code, a city, a county, a state or a country.");
        RuleFor(question => question.Place)
            .MaximumLength(PlaceText.MaxLength)
            .WithMessage($"Use at most {PlaceText.MaxLength} characters: a ZIP code, a city, a county, a state or a country.");
        RuleFor(question => question.Situation)
            .Must(id => string.IsNullOrEmpty(id) || directory.Situation(id) is not null)
            .WithMessage("Choose a situation from the list, or none.");
        RuleFor(question => question.Lang)
            .Must(code => string.IsNullOrEmpty(code) || Languages.FromCode(code) is not null)
            .WithMessage("Use en for English or es for Spanish.");
    }
}
