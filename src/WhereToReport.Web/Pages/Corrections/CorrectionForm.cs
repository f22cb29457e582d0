using System.Text.RegularExpressions;
using FluentValidation;
using Microsoft.Extensions.Localization;
using WhereToReport.Domain;
using WhereToReport.Domain.Corrections;

namespace WhereToReport.Web.Pages.Corrections;

/// <summary>What a visitor filled in, as it was typed.</summary>
public sealed record CorrectionForm
{
    /// <summary>Made with the form, so that the same form sent twice is stored once.</summary>
    public Guid? Key { get; init; }
    public CorrectionKind? Kind { get; init; }
    public string? Text { get; init; }
    public string? Source { get; init; }
    public string? Email { get; init; }

    /// <summary>A field that people do not see; programs that fill every field fill it too.</summary>
    public string? Website { get; init; }

    /// <summary>The form as it is checked and stored: without spaces around, web addresses with their scheme.</summary>
    public CorrectionForm Tidied() => this with
    {
        Text = Tidied(Text?.ReplaceLineEndings("\n")),
        Source = Tidied(Source) is { } source && !source.Contains("://") ? "https://" + source : Tidied(Source),
        Email = Tidied(Email),
    };

    /// <summary>The correction that a valid form makes.</summary>
    public NewCorrection ToCorrection(string? channel, Language language) =>
        new(Key!.Value, channel, Kind!.Value, Text!, Source, Email, language, LooksLikeSpam: !string.IsNullOrEmpty(Website));

    private static string? Tidied(string? typed) => typed?.Trim() is { Length: > 0 } tidy ? tidy : null;
}

/// <summary>What a correction must hold. The messages are in the language of the page; a property's name is the id of its field.</summary>
internal sealed partial class CorrectionFormValidator : AbstractValidator<CorrectionForm>
{
    public CorrectionFormValidator(IStringLocalizer<SiteText> text)
    {
        RuleFor(form => form.Kind)
            .NotNull().WithMessage(text["Choose what is wrong."]);
        RuleFor(form => form.Text)
            .Cascade(CascadeMode.Stop)
            .NotNull().WithMessage(text["Say in a few words what is wrong."])
            .MaximumLength(NewCorrection.MaxTextLength).WithMessage(form => text["Use at most {0} characters. You used {1}.", NewCorrection.MaxTextLength, form.Text!.Length]);
        RuleFor(form => form.Source)
            .Must(url => url is null || url.Length <= NewCorrection.MaxUrlLength && WebAddress().IsMatch(url) && Uri.TryCreate(url, UriKind.Absolute, out _))
            .WithMessage(text["Type a web address such as https://www.example.gov, or leave it empty."]);
        RuleFor(form => form.Email)
            .Must(email => email is null || email.Length <= NewCorrection.MaxEmailLength && EmailAddress().IsMatch(email))
            .WithMessage(text["Type an e-mail address such as name@example.org, or leave it empty."]);
    }

    [GeneratedRegex(@"^https?://[^\s/?#]+\.[^\s]+$", RegexOptions.IgnoreCase)]
    private static partial Regex WebAddress();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    private static partial Regex EmailAddress();
}
