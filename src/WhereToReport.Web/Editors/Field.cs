using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace WhereToReport.Web.Editors;

/// <summary>A field of a form at the desk, shown by the partial <c>_Field</c> with its message beside it.</summary>
/// <param name="Name">The name that the form sends.</param>
/// <param name="Label">What the field is called on the page.</param>
public sealed record Field(string Name, string Label)
{
    public string? Value { get; init; }
    public string Type { get; init; } = "text";

    /// <summary>A sentence under the label.</summary>
    public string? Hint { get; init; }

    /// <summary>What the browser may fill in, by the names of the HTML standard.</summary>
    public string AutoComplete { get; init; } = "off";

    /// <summary><c>numeric</c> brings up digits on a phone.</summary>
    public string? InputMode { get; init; }

    public bool Required { get; init; } = true;

    /// <summary>Lines of a text that takes several; null for a single line.</summary>
    public int? Rows { get; init; }

    public string Id => IdOf(Name);

    /// <summary>The id of the element that sends a name.</summary>
    public static string IdOf(string name) => name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal).ToLowerInvariant();
}

internal static class FormChecks
{
    /// <summary>Checks a form; what is wrong stands beside the fields afterwards.</summary>
    public static bool Holds<T>(this ModelStateDictionary state, IValidator<T> validator, T form, string prefix)
    {
        foreach (var failure in validator.Validate(form).Errors)
            state.AddModelError($"{prefix}.{failure.PropertyName}", failure.ErrorMessage);
        return state.IsValid;
    }
}
