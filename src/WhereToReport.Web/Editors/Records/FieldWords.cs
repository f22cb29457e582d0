using System.Text.Json.Nodes;
using WhereToReport.Domain;
using WhereToReport.Web.Contacts;

namespace WhereToReport.Web.Editors.Records;

/// <summary>Says what stands in a field of a record, line by line, for its page and for differences.</summary>
public sealed class FieldWords(DirectorySnapshot directory)
{
    /// <summary>The lines of a field; none where it is empty.</summary>
    public IReadOnlyList<string> Lines(FormField field, JsonNode? value) =>
        value is null || field is not FlagField && RecordShape.IsEmpty(field with { Required = false }, value) ? [] : [.. Told(field, value)];

    /// <summary>The name of a county beside its FIPS code.</summary>
    public string County(string fips) =>
        directory.Places.County(fips) is { } county ? $"{fips} {county.Name}, {county.State}" : fips;

    private IEnumerable<string> Told(FormField field, JsonNode value) => field switch
    {
        TextField { Kind: TextKind.Phone } => [Phone(value.ToString())],
        TextField => value.ToString().Split('\n'),
        BilingualField when value is JsonObject both => [$"{both["en"]}", $"Spanish: {both["es"]}"],
        BilingualField => [value.ToString()],
        ChoiceField choice => [Label(choice.Options(directory.Facts), value.ToString())],
        ManyField many => value.AsArray().Select(one => Label(many.Options(directory.Facts), one!.ToString())),
        FlagField or YesNoField => [value.GetValue<bool>() ? "Yes" : "No"],
        LinesField { AreCounties: true } => value.AsArray().Select(fips => County(fips!.ToString())),
        LinesField => value.AsArray().Select(line => line!.ToString()),
        RowsField rows => value.AsArray().Select(row => string.Join(" · ", Inside(rows.Fields, row!.AsObject()))),
        GroupField group => Inside(group.Fields, value.AsObject()),
        _ => throw new NotSupportedException($"No words for a field such as {field}."),
    };

    private IEnumerable<string> Inside(IReadOnlyList<FormField> fields, JsonObject inside) =>
        from field in fields
        where inside[field.Name] is { } value && (field is not FlagField || value.GetValue<bool>())
        let lines = Lines(field, inside[field.Name])
        where lines.Count > 0
        select field is FlagField ? field.Label : $"{field.Label}: {string.Join("; ", lines)}";

    private static string Label(IEnumerable<Option> options, string value) => options.FirstOrDefault(option => option.Value == value)?.Label ?? value;

    // What was typed may not be a number yet.
    private static string Phone(string number) =>
        number is ['+', .. { Length: >= 7 } digits] && digits.All(char.IsAsciiDigit) ? $"{PhoneFormat.Display(number)} ({number})" : number;
}
