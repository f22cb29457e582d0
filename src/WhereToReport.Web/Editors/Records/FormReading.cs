using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace WhereToReport.Web.Editors.Records;

/// <summary>Reads what an editor typed into the form of a record. Names in the form are paths into the record: <c>Record.phones[0].number</c>.</summary>
public sealed class FormReading(IFormCollection form, ModelStateDictionary problems, bool isNew)
{
    /// <summary>The prefix of all names.</summary>
    public const string Prefix = "Record";

    private const int MostRows = 300;

    /// <summary>The name under which a list says how many rows it has.</summary>
    public static string CountName(string path) => path + ".count";

    /// <summary>The record with what was typed in place of what stood there; rows that were left empty are kept.</summary>
    /// <param name="fields">The fields of the form.</param>
    /// <param name="before">The record as it was; empty for a new one.</param>
    public JsonObject Read(IReadOnlyList<FormField> fields, JsonObject before)
    {
        var record = before.DeepClone().AsObject();
        foreach (var field in fields.Where(field => !field.Fixed && (isNew || !field.OnlyNew)))
            Set(record, field, Prefix);
        return record;
    }

    private void Set(JsonObject record, FormField field, string parent)
    {
        var before = record[field.Name];
        record.Remove(field.Name);
        if (Value(field, $"{parent}.{field.Name}") is { } value)
            record[field.Name] = IsSame(field, before, value) ? before : value;
        if (field is TextField { Kind: TextKind.Phone } && record[field.Name]?.GetValue<string>() is { } typed)
            SetPhone(record, field.Name, $"{parent}.extension", typed);
    }

    // A form shows neither the spaces around a text nor in which order its boxes were ticked: what differs in nothing else stays as it was.
    private static bool IsSame(FormField field, JsonNode? before, JsonNode now) => (field, before, now) switch
    {
        (TextField, JsonValue was, JsonValue typed) => was.ToString().ReplaceLineEndings("\n").Trim() == typed.ToString(),
        (ManyField, JsonArray was, JsonArray ticked) => was.Select(one => $"{one}").ToHashSet().SetEquals(ticked.Select(one => $"{one}")),
        _ => false,
    };

    // People write the extension behind the number; it has a field of its own.
    private void SetPhone(JsonObject row, string name, string extensionName, string typed)
    {
        var (number, extension) = TypedPhone.Read(typed);
        row[name] = number;
        if (extension is not null && Text(extensionName).Length == 0)
            _extensions[extensionName] = extension;
    }

    private readonly Dictionary<string, string> _extensions = [];

    private JsonNode? Value(FormField field, string path) => field switch
    {
        TextField { Kind: TextKind.Number } => Number(path),
        TextField => Text(path) is { Length: > 0 } text ? text : field.Required ? "" : null,
        BilingualField => Bilingual(path, field.Required),
        ChoiceField => Text(path) is { Length: > 0 } chosen ? chosen : null,
        ManyField => Array(form[path].OfType<string>()),
        FlagField => form[path] == "true",
        YesNoField => Text(path) switch { "yes" => true, "no" => false, _ => null },
        LinesField lines => Array(Lines(path).Select(line => lines.AreCounties ? line.Split(' ', 2)[0] : line)),
        RowsField rows => Rows(rows, path),
        GroupField group => Object(group.Fields, path) is var inside && (group.Required || !RecordShape.IsEmpty(group, inside)) ? inside : null,
        _ => throw new NotSupportedException($"A form cannot read a field such as {field}."),
    };

    private JsonObject Object(IReadOnlyList<FormField> fields, string path)
    {
        var inside = new JsonObject();
        foreach (var field in fields)
            Set(inside, field, path);
        return inside;
    }

    private JsonArray Rows(RowsField rows, string path)
    {
        _ = int.TryParse(form[CountName(path)], NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        return new([.. Enumerable.Range(0, Math.Min(count, MostRows)).Select(row => (JsonNode)Object(rows.Fields, $"{path}[{row}]"))]);
    }

    private JsonValue? Number(string path)
    {
        if (Text(path) is not { Length: > 0 } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return JsonValue.Create(number);
        problems.AddModelError(path, "Type a whole number.");
        return null;
    }

    private JsonNode? Bilingual(string path, bool required) => (Text(path + ".en"), Text(path + ".es")) switch
    {
        ("", "") => required ? "" : null,
        (var english, "") => english,
        var (english, spanish) => new JsonObject { ["en"] = english, ["es"] = spanish },
    };

    private static JsonArray? Array(IEnumerable<string> values) => values.Select(value => (JsonNode)value).ToArray() is { Length: > 0 } nodes ? new(nodes) : null;

    private IEnumerable<string> Lines(string path) => Text(path).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private string Text(string path) =>
        _extensions.TryGetValue(path, out var extension) ? extension : form[path].ToString().ReplaceLineEndings("\n").Trim();
}
