using Microsoft.Extensions.Localization;
using WhereToReport.Domain.Corrections;

namespace WhereToReport.Web.Pages.Corrections;

/// <summary>Says in the language of the page what is wrong and what became of it.</summary>
public sealed class CorrectionWords(IStringLocalizer<SiteText> text)
{
    public string Of(CorrectionKind kind) => kind switch
    {
        CorrectionKind.NumberDoesNotWork => text["A number does not work"],
        CorrectionKind.NumberReachesSomeoneElse => text["A number reaches someone else"],
        CorrectionKind.WebsiteOrForm => text["A website or an online form"],
        CorrectionKind.HoursOrLanguages => text["The hours or the languages"],
        CorrectionKind.Area => text["The area it serves"],
        CorrectionKind.Description => text["The description"],
        CorrectionKind.MissingChannel => text["A contact for a place is missing"],
        _ => text["Something else"],
    };

    public string Of(CorrectionState state) => state switch
    {
        CorrectionState.Open => text["We have it. An editor will look at it."],
        CorrectionState.Accepted => text["You were right. The change is made, or on its way."],
        CorrectionState.Declined => text["We looked at it, and did not change anything."],
        CorrectionState.NoChangeNeeded => text["We checked it. What this site says is still right."],
        _ => text["Somebody told us the same before you. We handle both together."],
    };
}
