using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WhereToReport.Web.Hsds;

/// <summary>How HSDS records are written: snake case, nothing unknown, instants in UTC to the millisecond.</summary>
internal static class HsdsJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new Instant() },
    };

    /// <summary>Newline-delimited JSON: one record a line.</summary>
    public static async Task WriteLines(Stream stream, IEnumerable<object> records)
    {
        foreach (var record in records)
        {
            await JsonSerializer.SerializeAsync(stream, record, record.GetType(), Options);
            await stream.WriteAsync(s_newLine);
        }
    }

    private static readonly ReadOnlyMemory<byte> s_newLine = "\n"u8.ToArray();

    private sealed class Instant : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }
}
