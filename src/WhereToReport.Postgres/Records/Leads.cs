using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PhoneNumbers;

namespace WhereToReport.Postgres.Records;

/// <summary>The phone numbers and addresses that stand in texts, where a visitor could follow them.</summary>
public static partial class Leads
{
    // Sources say where a fact was read and send nobody anywhere; the others are never shown, or hold no numbers (SourceValidator).
    private static readonly HashSet<string> s_passedOver = ["sources", "supports", "notes", "confidence", "verification"];

    /// <summary>Those in what the public sees of a record, each written in one way; none where there is no record.</summary>
    public static IReadOnlySet<string> In(RecordContent? content) =>
        content is null ? new HashSet<string>() : Texts(JsonNode.Parse(content.Json)).SelectMany(Of).ToHashSet();

    /// <summary>True where a text holds one.</summary>
    public static bool StandIn(string text) => Of(text).Any();

    private static IEnumerable<string> Of(string text) =>
    [
        .. Address().Matches(text).Select(match => match.Value.ToLowerInvariant()),
        .. PhoneNumberUtil.GetInstance().FindNumbers(text, "US", PhoneNumberUtil.Leniency.VALID, long.MaxValue)
            .Select(found => PhoneNumberUtil.GetInstance().Format(found.Number, PhoneNumberFormat.E164)),
    ];

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject inside => inside.Where(field => !s_passedOver.Contains(field.Key)).SelectMany(field => Texts(field.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };

    // Web and e-mail addresses, with or without what usually stands before them.
    [GeneratedRegex(@"https?://[^\s<>""]+|[\w.+-]+@[\w-]+(\.[\w-]+)+|\b[a-z0-9-]{2,}(\.[a-z0-9-]+)*\.[a-z]{2,}\b(/\S*)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
