using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhereToReport.Postgres.Files.Tables;

/// <summary>
/// Lays records out as tables and reads them back without loss. A record is a row; a list of parts is a table of its own,
/// whose rows begin with the key of the record and their place (from 1) in the list.
/// </summary>
public static class RecordTables
{
    private const char Between = '|';

    /// <param name="name">The name of the table, for example <c>channels</c>.</param>
    /// <param name="key">The column that tells its rows apart in the tables of its parts, for example <c>channel</c>; null for a single record.</param>
    /// <param name="records">The records.</param>
    /// <param name="id">The value of that column.</param>
    public static IReadOnlyList<Table> Write<T>(string name, string? key, IEnumerable<T> records, Func<T, string> id)
    {
        var tables = new List<Table>();
        Create(tables, name, [], key is null ? [] : [key], typeof(T));
        foreach (var record in records)
        {
            var content = JsonSerializer.SerializeToNode(record, DirectoryJson.Compact)!.AsObject();
            Add(tables, name, [], key is null ? [] : [(key, id(record))], typeof(T), content);
        }
        return tables;
    }

    /// <summary>The records of a table, with the parts in the other tables.</summary>
    /// <param name="tables">All tables by name.</param>
    /// <param name="name">The name of the table.</param>
    /// <param name="key">As it was written.</param>
    /// <param name="id">The value of the key, from a row of the record's own table.</param>
    /// <exception cref="JsonException">A cell holds what the record does not allow.</exception>
    public static IReadOnlyList<T> Read<T>(IReadOnlyDictionary<string, Table> tables, string name, string? key, Func<IReadOnlyDictionary<string, string>, string> id) =>
    [
        .. tables[name].Rows.Select(row => Content(tables, name, row, "", key is null ? [] : [(key, id(row))], typeof(T))
            .Deserialize<T>(DirectoryJson.Compact)!),
    ];

    private static void Create(List<Table> tables, string name, string[] own, string[] keyOfParts, Type type)
    {
        tables.Add(new(name, [.. own, .. Columns(type, "")]));
        foreach (var (path, field) in Parts(type, ""))
            Create(tables, $"{name}_{path}", [.. keyOfParts, path], [.. keyOfParts, path], field.Type);
    }

    private static IEnumerable<string> Columns(Type type, string before) => RecordShape.Of(type).SelectMany(field => field.Shape switch
    {
        FieldShape.Bilingual => [$"{before}{field.Column}_en", $"{before}{field.Column}_es"],
        FieldShape.Part => Columns(field.Type, $"{before}{field.Column}_"),
        FieldShape.Parts => [],
        _ => (IEnumerable<string>)[before + field.Column],
    });

    private static IEnumerable<(string Path, Field Field)> Parts(Type type, string before) => RecordShape.Of(type).SelectMany(field => field.Shape switch
    {
        FieldShape.Parts => [(before + field.Column, field)],
        FieldShape.Part => Parts(field.Type, $"{before}{field.Column}_"),
        _ => (IEnumerable<(string, Field)>)[],
    });

    private static void Add(List<Table> tables, string name, (string Column, string Value)[] own, (string Column, string Value)[] keyOfParts, Type type, JsonObject content)
    {
        var row = own.ToDictionary(cell => cell.Column, cell => cell.Value);
        Fill(tables, name, row, "", keyOfParts, type, content);
        tables.Single(table => table.Name == name).Rows.Add(row);
    }

    private static void Fill(List<Table> tables, string name, Dictionary<string, string> row, string before, (string, string)[] keyOfParts, Type type, JsonObject content)
    {
        foreach (var field in RecordShape.Of(type))
        {
            var column = before + field.Column;
            switch (field.Shape, content[field.Name])
            {
                case (_, null):
                    break;
                case (FieldShape.Bilingual, JsonValue english):
                    row[column + "_en"] = Text(english);
                    break;
                case (FieldShape.Bilingual, var both):
                    row[column + "_en"] = Text(both["en"]!);
                    row[column + "_es"] = Text(both["es"]!);
                    break;
                case (FieldShape.Values, var list):
                    row[column] = string.Join(Between, list.AsArray().Select(value => Text(value!)).Select(Whole));
                    break;
                case (FieldShape.Part, var part):
                    Fill(tables, name, row, column + "_", keyOfParts, field.Type, part.AsObject());
                    break;
                case (FieldShape.Parts, var list):
                    foreach (var (place, part) in list.AsArray().Index())
                    {
                        (string, string)[] key = [.. keyOfParts, (column, $"{place + 1}")];
                        Add(tables, $"{name}_{column}", key, key, field.Type, part!.AsObject());
                    }
                    break;
                case (_, var value):
                    row[column] = Text(value);
                    break;
            }
        }
    }

    private static JsonObject Content(
        IReadOnlyDictionary<string, Table> tables, string name, IReadOnlyDictionary<string, string> row, string before, (string Column, string Value)[] keyOfParts, Type type)
    {
        var content = new JsonObject();
        foreach (var field in RecordShape.Of(type))
        {
            if (Value(tables, name, row, before + field.Column, keyOfParts, field) is { } value)
                content[field.Name] = value;
        }
        return content;
    }

    private static JsonNode? Value(
        IReadOnlyDictionary<string, Table> tables, string name, IReadOnlyDictionary<string, string> row, string column, (string Column, string Value)[] keyOfParts, Field field)
    {
        switch (field.Shape)
        {
            case FieldShape.Bilingual:
                return (row.GetValueOrDefault(column + "_en"), row.GetValueOrDefault(column + "_es")) switch
                {
                    (null, _) => null,
                    (var en, null) => JsonValue.Create(en),
                    var (en, es) => new JsonObject { ["en"] = en, ["es"] = es },
                };
            case FieldShape.Values:
                return row.GetValueOrDefault(column) is { } cell ? new JsonArray([.. cell.Split(Between).Select(value => Node(value, field.Type))]) : null;
            case FieldShape.Part:
                return Content(tables, name, row, column + "_", keyOfParts, field.Type) is { Count: > 0 } part ? part : null;
            case FieldShape.Parts:
                var parts = tables[$"{name}_{column}"].Rows
                    .Where(part => keyOfParts.All(key => part.GetValueOrDefault(key.Column) == key.Value))
                    .OrderBy(part => int.Parse(part[column], CultureInfo.InvariantCulture))
                    .Select(part => Content(tables, $"{name}_{column}", part, "", [.. keyOfParts, (column, part[column])], field.Type));
                return new JsonArray([.. parts]);
            default:
                return row.GetValueOrDefault(column) is { } text ? Node(text, field.Type) : null;
        }
    }

    private static JsonNode Node(string text, Type type) =>
        type == typeof(bool) || type == typeof(int) ? JsonNode.Parse(text)! : JsonValue.Create(text);

    private static string Text(JsonNode value) => value.ToString();

    private static string Whole(string value) =>
        value.Contains(Between) ? throw new InvalidOperationException($"\"{value}\" holds the sign that parts the values of a cell.") : value;
}
