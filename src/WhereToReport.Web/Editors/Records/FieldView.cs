using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using WhereToReport.Web.Contacts;

namespace WhereToReport.Web.Editors.Records;

/// <summary>A field of a record's form with what stands in it, for the partial <c>_RecordField</c>.</summary>
/// <param name="Field">The field.</param>
/// <param name="Path">The name under which the form sends it.</param>
/// <param name="Value">What stands in it.</param>
public sealed record FieldView(FormField Field, string Path, JsonNode? Value)
{
    /// <summary>The fields of a thing inside this one.</summary>
    public IEnumerable<FieldView> Inside(IReadOnlyList<FormField> fields, string path, JsonNode? inside) =>
        fields.Select(field => new FieldView(field, $"{path}.{field.Name}", (inside as JsonObject)?[field.Name]));

    /// <summary>One input for a text.</summary>
    public Field Input(TextField text) => new(Path, text.Label)
    {
        Value = text.Kind == TextKind.Phone ? AsTyped(Text) : Text,
        Hint = text.Hint,
        Required = text.Required,
        Type = text.Kind switch { TextKind.Url => "url", TextKind.Email => "email", TextKind.Phone => "tel", TextKind.Date => "date", _ => "text" },
        InputMode = text.Kind == TextKind.Number ? "numeric" : null,
        Rows = text.Kind == TextKind.Long ? (Text?.Length > 1500 ? 24 : 4) : null,
    };

    /// <summary>The inputs for English and Spanish.</summary>
    public IEnumerable<Field> Inputs(BilingualField both)
    {
        int? rows = both.Long ? 3 : null;
        var (english, spanish) = Value is JsonObject words ? ((string?)words["en"], (string?)words["es"]) : (Text, null);
        yield return new(Path + ".en", both.Label) { Value = english, Hint = both.Hint, Required = both.Required, Rows = rows };
        yield return new(Path + ".es", both.Label + ", in Spanish") { Value = spanish, Required = false, Rows = rows };
    }

    /// <summary>One input for several lines.</summary>
    public Field Input(LinesField lines, FieldWords words) => new(Path, lines.Label)
    {
        Value = Value is JsonArray list ? string.Join('\n', list.Select(line => lines.AreCounties ? words.County((string)line!) : (string)line!)) : null,
        Hint = lines.Hint,
        Required = false,
        Rows = Value is JsonArray { Count: > 4 } many ? Math.Min(many.Count + 1, 16) : 3,
    };

    /// <summary>What is wrong with a row as a whole, and so with none of its fields: for example that an area names both a state and a country.</summary>
    public static IEnumerable<(string Key, string Message)> ProblemsOfRow(ModelStateDictionary problems, string path, IReadOnlyList<FormField> fields) =>
        from entry in problems
        where entry.Key == path || entry.Key.StartsWith(path + ".", StringComparison.Ordinal)
        where !fields.Any(field => entry.Key[path.Length..].TrimStart('.').Split('.', '[')[0] == field.Name)
        from error in entry.Value!.Errors
        select (entry.Key, error.ErrorMessage);

    public string? Text => Value is JsonValue value ? value.ToString() : null;

    // As people write it, where that leads back to the same number.
    private static string? AsTyped(string? number) =>
        number is not null && TypedPhone.Read(number).Number == number && number.StartsWith('+') && PhoneFormat.Display(number) is var shown && TypedPhone.Read(shown).Number == number
            ? shown
            : number;
}
