using System.Text.Json;
using System.Text.Json.Nodes;
using WhereToReport.Postgres.Files;

namespace WhereToReport.Postgres.Records;

/// <summary>All of one record, as the data files write it: contents are equal where their texts are.</summary>
public sealed record RecordContent
{
    private RecordContent(string json) => Json = json;

    /// <summary>JSON without spaces, in the order of the record's fields, without what is empty.</summary>
    public string Json { get; }

    /// <param name="record">A record of the domain, such as a channel.</param>
    public static RecordContent Of<T>(T record)
        where T : class => new(JsonSerializer.Serialize(record, DirectoryJson.Compact));

    /// <summary>The content of a JSON text in any order and spacing; fields that records no longer have are left out.</summary>
    /// <exception cref="JsonException">The text is no such record.</exception>
    public static RecordContent Parse(RecordKind kind, string json) => RecordTypes.Of(kind).Parse(json);

    /// <summary>The record itself.</summary>
    /// <exception cref="JsonException">The content is of another kind.</exception>
    public T As<T>()
        where T : class => JsonSerializer.Deserialize<T>(Json, DirectoryJson.Compact)!;

    /// <summary>The names of the fields that differ, in the order of the record; all of them where one of the two is missing.</summary>
    public static IReadOnlyList<string> FieldsThatDiffer(RecordContent? one, RecordContent? other)
    {
        var (left, right) = (Fields(one), Fields(other));
        return [.. right.Concat(left).Select(field => field.Key).Distinct().Where(name => !JsonNode.DeepEquals(left[name], right[name]))];
    }

    /// <summary>The same record with one field set.</summary>
    internal RecordContent With<T>(RecordKind kind, string field, T value)
    {
        var fields = Fields(this);
        fields[field] = JsonSerializer.SerializeToNode(value, DirectoryJson.Compact);
        return Parse(kind, fields.ToJsonString());
    }

    public override string ToString() => Json;

    private static JsonObject Fields(RecordContent? content) => content is null ? [] : JsonNode.Parse(content.Json)!.AsObject();
}
