using System.Text.Json.Nodes;

namespace WhereToReport.Web.Editors.Records;

/// <summary>What stands in the fields of a record, row by row.</summary>
internal static class RecordShape
{
    /// <summary>True where nobody typed anything: what merely has a first choice does not count.</summary>
    public static bool IsEmpty(FormField field, JsonNode? value) => (field, value) switch
    {
        (_, null) => true,
        (ChoiceField { Required: true }, _) => true,
        (FlagField, _) => !value.GetValue<bool>(),
        (GroupField group, JsonObject inside) => AreEmpty(group.Fields, inside),
        (RowsField rows, JsonArray list) => list.All(row => AreEmpty(rows.Fields, row!.AsObject())),
        (_, JsonArray list) => list.Count == 0,
        (_, JsonValue text) => text.TryGetValue<string>(out var words) && words.Length == 0,
        _ => false,
    };

    /// <summary>The record without rows that were left empty.</summary>
    public static JsonObject WithoutEmptyRows(IReadOnlyList<FormField> fields, JsonObject record)
    {
        foreach (var rows in fields.OfType<RowsField>())
        {
            if (record[rows.Name] is not JsonArray list)
                continue;
            var kept = list.Where(row => !AreEmpty(rows.Fields, row!.AsObject())).Select(row => WithoutEmptyRows(rows.Fields, row!.DeepClone().AsObject()));
            record[rows.Name] = new JsonArray([.. kept]);
        }
        return record;
    }

    /// <summary>Adds an empty row to the list at a path such as <c>Record.phones</c>, or takes one away at <c>Record.phones[1]</c>; leaves the record alone where there is no such list.</summary>
    public static void Change(JsonObject record, string path, bool add)
    {
        var at = path.LastIndexOf('[');
        var index = -1;
        if (!add && (at < 0 || !int.TryParse(path[(at + 1)..].TrimEnd(']'), out index)))
            return;
        if (At(record, add ? path : path[..at]) is not JsonArray list)
            return;
        if (add)
            list.Add(new JsonObject());
        else if (index >= 0 && index < list.Count)
            list.RemoveAt(index);
    }

    private static bool AreEmpty(IReadOnlyList<FormField> fields, JsonObject inside) => fields.All(field => IsEmpty(field, inside[field.Name]));

    private static JsonNode? At(JsonNode record, string path)
    {
        JsonNode? node = record;
        foreach (var part in path.Split('.').Skip(1))
        {
            var name = part.Split('[')[0];
            node = (node as JsonObject)?[name];
            if (part.Length > name.Length)
                node = int.TryParse(part[(name.Length + 1)..].TrimEnd(']'), out var index) && node is JsonArray list && index >= 0 && index < list.Count ? list[index] : null;
        }
        return node;
    }
}
