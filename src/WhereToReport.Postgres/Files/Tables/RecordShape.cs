using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WhereToReport.Domain;

namespace WhereToReport.Postgres.Files.Tables;

/// <summary>How the fields of a record lie in tables.</summary>
internal enum FieldShape
{
    /// <summary>One cell.</summary>
    Value,

    /// <summary>Two cells, <c>…_en</c> and <c>…_es</c>.</summary>
    Bilingual,

    /// <summary>Values in one cell, parted by <c>|</c>.</summary>
    Values,

    /// <summary>The cells of its own fields, each with its name in front.</summary>
    Part,

    /// <summary>A table of its own.</summary>
    Parts,
}

/// <summary>A field of a record: its name in JSON, its column, and how it lies in tables.</summary>
internal sealed record Field(string Name, string Column, FieldShape Shape, Type Type);

/// <summary>The fields of a record, read from its type, so that a new field of a record is a new column without more ado.</summary>
internal static class RecordShape
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Field>> s_known = [];

    public static IReadOnlyList<Field> Of(Type record) => s_known.GetOrAdd(record, type =>
        [.. DirectoryJson.Compact.GetTypeInfo(type).Properties.Select(Describe)]);

    private static Field Describe(JsonPropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var column = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
        if (type == typeof(Bilingual))
            return new(property.Name, column, FieldShape.Bilingual, type);
        if (DirectoryJson.Compact.GetTypeInfo(type) is not { Kind: not JsonTypeInfoKind.None } info)
            return new(property.Name, column, FieldShape.Value, type);
        if (info.Kind == JsonTypeInfoKind.Object)
            return new(property.Name, column, FieldShape.Part, type);
        var element = info.ElementType!;
        return DirectoryJson.Compact.GetTypeInfo(element).Kind == JsonTypeInfoKind.None
            ? new(property.Name, column, FieldShape.Values, element)
            : new(property.Name, column, FieldShape.Parts, element);
    }
}
