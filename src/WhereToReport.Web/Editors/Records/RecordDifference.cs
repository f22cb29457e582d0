using System.Text.Json.Nodes;
using WhereToReport.Postgres.Records;

namespace WhereToReport.Web.Editors.Records;

/// <summary>A field that two contents of a record have differently.</summary>
public sealed record FieldDifference(FormField Field, IReadOnlyList<Piece> Before, IReadOnlyList<Piece> After);

/// <summary>Two contents of one record side by side.</summary>
/// <param name="BeforeTitle">What the left side is.</param>
/// <param name="AfterTitle">What the right side is.</param>
/// <param name="Fields">The fields that differ, in the order of the form.</param>
public sealed record SideBySide(string BeforeTitle, string AfterTitle, IReadOnlyList<FieldDifference> Fields);

/// <summary>Finds what differs between two contents of a record.</summary>
public sealed class RecordDifference(FieldWords words)
{
    /// <param name="kind">The kind of record.</param>
    /// <param name="before">Null where there was no record.</param>
    /// <param name="after">Null where it is removed.</param>
    /// <param name="beforeTitle">What to call the left side.</param>
    /// <param name="afterTitle">What to call the right side.</param>
    public SideBySide Of(RecordKind kind, RecordContent? before, RecordContent? after, string beforeTitle = "Before", string afterTitle = "After")
    {
        var differ = RecordContent.FieldsThatDiffer(before, after).ToHashSet();
        var (left, right) = (Fields(before), Fields(after));
        return new(beforeTitle, afterTitle, [.. RecordForm.Of(kind).Fields.Where(field => differ.Contains(field.Name)).Select(field => Difference(field, left[field.Name], right[field.Name]))]);
    }

    /// <summary>The same for contents as the history keeps them: JSON, or null where there was no record.</summary>
    public SideBySide Of(RecordKind kind, string? before, string? after) => Of(kind, Content(kind, before), Content(kind, after));

    /// <summary>The fields of a content, by their names.</summary>
    public static JsonObject Fields(RecordContent? content) => content is null ? [] : JsonNode.Parse(content.Json)!.AsObject();

    /// <summary>A content as the history keeps it; null where there was no record.</summary>
    internal static RecordContent? Content(RecordKind kind, string? json) => json is null ? null : RecordContent.Parse(kind, json);

    private FieldDifference Difference(FormField field, JsonNode? before, JsonNode? after)
    {
        var (left, right) = WordDifference.Of(Text(field, before), Text(field, after));
        return new(field, left, right);
    }

    private string Text(FormField field, JsonNode? value) => string.Join('\n', words.Lines(field, value));
}
