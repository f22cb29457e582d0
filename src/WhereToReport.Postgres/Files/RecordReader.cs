using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WhereToReport.Postgres.Files;

/// <summary>Reads the records of one JSON file and collects everything that does not fit, instead of stopping at the first.</summary>
internal sealed partial class RecordReader(string root, List<DataProblem> problems)
{
    private const int MostProblemsInOneRecord = 20;

    private readonly HashSet<string> _refused = [];

    /// <summary>Ids of records that were reported and left out; what refers to them is not to blame.</summary>
    public IReadOnlySet<string> Refused => _refused;

    /// <summary>The records of a file that holds an array. A record that does not fit is left out and reported.</summary>
    public IReadOnlyList<T> Array<T>(string file)
        where T : class
    {
        if (Parse(file) is not { } node)
            return [];
        if (node is not JsonArray array)
        {
            problems.Add(new(file, "(file)", "", Describe(node), "an array of records"));
            return [];
        }
        return [.. array.Select((record, position) => Record<T>(file, record, position)).OfType<T>()];
    }

    /// <summary>The record of a file that holds a single object.</summary>
    public T? Single<T>(string file)
        where T : class => Parse(file) is { } node ? Record<T>(file, node, 0) : null;

    private JsonNode? Parse(string file)
    {
        var path = Path.Combine(root, file);
        if (!File.Exists(path))
        {
            problems.Add(new(file, "(file)", "", "no such file", "a JSON file"));
            return null;
        }
        try
        {
            using var stream = File.OpenRead(path);
            return JsonNode.Parse(stream);
        }
        catch (JsonException broken)
        {
            problems.Add(new(file, $"line {broken.LineNumber + 1}", "", FirstSentence(broken.Message), "valid JSON"));
            return null;
        }
    }

    // A field that does not fit is reported and taken out, and the record is tried again, so that its other fields are read too.
    private T? Record<T>(string file, JsonNode? node, int position)
        where T : class
    {
        if (node is not JsonObject record)
        {
            problems.Add(new(file, $"record {position + 1}", "", Describe(node), "an object"));
            return null;
        }

        var id = Name(record, position);
        var takenOut = new HashSet<string>();
        for (var attempt = 0; attempt < MostProblemsInOneRecord; attempt++)
        {
            try
            {
                var value = record.Deserialize<T>(DirectoryJson.Readable);
                return takenOut.Count == 0 ? value : Refuse<T>(id);
            }
            catch (JsonException misfit)
            {
                if (MissingFields(misfit) is { Count: > 0 } missing)
                {
                    foreach (var field in missing.Where(field => !takenOut.Any(path => path == field || path.EndsWith('.' + field, StringComparison.Ordinal))))
                        problems.Add(new(file, id, field, "nothing", "a value: the field is required"));
                    return Refuse<T>(id);
                }
                var path = misfit.Path?.TrimStart('$').TrimStart('.') ?? "";
                problems.Add(new(file, id, path, Describe(At(record, path)), Allowed(misfit)));
                if (!TakeOut(record, path))
                    return Refuse<T>(id);
                takenOut.Add(path);
            }
        }
        return Refuse<T>(id);
    }

    private T? Refuse<T>(string id)
        where T : class
    {
        _refused.Add(id);
        return null;
    }

    private static string Name(JsonObject record, int position) =>
        new[] { "id", "state", "situation" }
            .Select(key => record[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null)
            .FirstOrDefault(text => text is not null) ?? $"record {position + 1}";

    private static JsonNode? At(JsonObject record, string path)
    {
        JsonNode? node = record;
        foreach (var part in PathParts(path))
        {
            node = node switch
            {
                JsonObject parent => parent[part],
                JsonArray list when int.TryParse(part, out var index) && index < list.Count => list[index],
                _ => null,
            };
        }
        return node;
    }

    private static bool TakeOut(JsonObject record, string path)
    {
        if (PathParts(path) is not [.. var above, var last])
            return false;
        return At(record, string.Join('.', above)) switch
        {
            JsonObject parent => parent.Remove(last),
            JsonArray list when int.TryParse(last, out var index) && index < list.Count => RemoveAt(list, index),
            _ => false,
        };
    }

    private static bool RemoveAt(JsonArray list, int index)
    {
        list.RemoveAt(index);
        return true;
    }

    private static string[] PathParts(string path) => path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);

    private static string Describe(JsonNode? node) => node?.ToJsonString(DirectoryJson.Compact) switch
    {
        null => "nothing",
        { Length: > 80 } text => text[..80] + "…",
        var text => text,
    };

    private static IReadOnlyList<string> MissingFields(JsonException misfit) =>
        misfit.Message.Contains("missing required properties", StringComparison.Ordinal)
            ? [.. QuotedName().Matches(misfit.Message[misfit.Message.IndexOf("including", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value)]
            : [];

    private static string Allowed(JsonException misfit)
    {
        if (misfit.Message.StartsWith("allowed: ", StringComparison.Ordinal))
            return misfit.Message["allowed: ".Length..];
        if (misfit.Message.Contains("could not be mapped", StringComparison.Ordinal))
            return "no such field; see data/README.md for the fields there are";
        return ValueType().Match(misfit.Message) is { Success: true } match && System.Type.GetType(TypeName(match)) is { IsEnum: true } type
            ? string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName))
            : FirstSentence(misfit.Message);
    }

    private static string TypeName(Match match)
    {
        var name = NullableOf().Match(match.Groups[1].Value) is { Success: true } inner ? inner.Groups[1].Value : match.Groups[1].Value;
        return $"{name}, WhereToReport.Domain";
    }

    private static string FirstSentence(string message) => message.Split(". ")[0].Split(" Path:")[0].TrimEnd('.');

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex QuotedName();

    [GeneratedRegex(@"converted to ([^\s]+?)\.?(\s|$)")]
    private static partial Regex ValueType();

    [GeneratedRegex(@"Nullable`1\[([^\],]+)")]
    private static partial Regex NullableOf();
}
