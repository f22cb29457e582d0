using Microsoft.Extensions.Localization;
using WhereToReport.Domain;
using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Answering;

/// <summary>Says the name of a place. Places keep their official names in every language; only those of countries are translated.</summary>
public sealed class PlaceWords(DirectorySnapshot directory, PageLanguage language, IStringLocalizer<SiteText> text)
{
    /// <summary>The name with its state: <c>Santa Clara County, California</c>.</summary>
    public string Full(Place place) => place switch
    {
        County county => $"{county.Name}, {directory.Places.StateOf(county).Name}",
        Country country => country.NameIn(language.Language),
        _ => place.Name,
    };

    /// <summary>The place, or the counties of one state, that an answer is for.</summary>
    public string Full(Answer answer) => answer.Counties.Count > 1
        ? $"{List(answer.Counties.Select(county => county.Name))}, {directory.Places.StateOf(answer.Counties[0]).Name}"
        : Full(answer.Place);

    /// <summary>A place in a list to choose from.</summary>
    public string Full(PlaceChoice choice) => choice.Place is not Country country ? choice.Name
        : choice.City is { } city ? $"{city}, {country.NameIn(language.Language)}" : country.NameIn(language.Language);

    /// <summary>The state of a state or a county; null for a country.</summary>
    public State? StateOf(Place place) => place switch
    {
        County county => directory.Places.StateOf(county),
        State state => state,
        _ => null,
    };

    /// <summary>One, two and three: <c>A, B and C</c>.</summary>
    public string List(IEnumerable<string> names) => names.ToArray() switch
    {
        [] => "",
        [var only] => only,
        [.. var first, var last] => text["{0} and {1}", string.Join(", ", first), last],
    };
}
