using System.Text.RegularExpressions;
using FluentValidation;
using WhereToReport.Domain.Sources;
using WhereToReport.Postgres.Records;

namespace WhereToReport.Postgres.Files.Validation;

internal sealed partial class SourceValidator : AbstractValidator<Source>
{
    public SourceValidator()
    {
        RuleFor(source => source.Url).IsWebAddress();
        RuleFor(source => source.Date)
            .Must(date => date is null || PartialDate().IsMatch(date))
            .WithMessage("a date as YYYY, YYYY-MM or YYYY-MM-DD");
    }

    [GeneratedRegex("^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")]
    private static partial Regex PartialDate();
}

/// <summary>What every record that is shown to the public owes its reader: a source, and a word on when it was checked.</summary>
internal static class SourcedRecord
{
    private const int LongestPhoneMenu = 200;

    public static void MustBeSourced<T>(
        this AbstractValidator<T> validator,
        Func<T, bool> isPublished,
        System.Linq.Expressions.Expression<Func<T, IReadOnlyList<Source>>> sources,
        System.Linq.Expressions.Expression<Func<T, Verification?>> verification)
    {
        validator.RuleFor(sources)
            .Must((record, list) => !isPublished(record) || list.Count > 0)
            .WithMessage("at least one source, or \"publish\": false");
        validator.RuleFor(verification)
            .Must((record, checkedOn) => !isPublished(record) || checkedOn is not null)
            .WithMessage("how and on which day the record was checked, or \"publish\": false");
        validator.RuleFor(verification)
            .Must((record, checkedOn) => checkedOn?.PhoneMenu is not { } menu || IsShort(menu.En) && (menu.Es is null || IsShort(menu.Es)))
            .WithMessage($"what the phone menu says in 1 to {LongestPhoneMenu} characters, without spaces at its ends and without a phone number or an address")
            .OverridePropertyName("Verification.PhoneMenu");
        validator.RuleForEach(Items(sources)).SetValidator(new SourceValidator()).OverridePropertyName("Sources");
    }

    private static bool IsShort(string text) => text.Length is > 0 and <= LongestPhoneMenu && text == text.Trim() && !Leads.StandIn(text);

    private static System.Linq.Expressions.Expression<Func<T, IEnumerable<Source>>> Items<T>(
        System.Linq.Expressions.Expression<Func<T, IReadOnlyList<Source>>> sources) =>
        System.Linq.Expressions.Expression.Lambda<Func<T, IEnumerable<Source>>>(sources.Body, sources.Parameters);
}
