using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace WhereToReport.Web.Telemetry;

/// <summary>The settings of the console's logs; there are none.</summary>
internal sealed class PlainJsonOptions : ConsoleFormatterOptions;

/// <summary>
/// Writes one line of JSON an event: <c>time</c> (UTC), <c>level</c>, <c>from</c>, <c>event</c>, <c>message</c>,
/// <c>fields</c> and <c>faults</c>. Scopes, which hold the address of the page, and the messages of exceptions, which may
/// quote what was typed, are left out.
/// </summary>
internal sealed class PlainJson(TimeProvider time) : ConsoleFormatter(Name)
{
    public new const string Name = "plain-json";

    private const string Template = "{OriginalFormat}";

    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes, TextWriter console)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("time", time.GetUtcNow().UtcDateTime);
            json.WriteString("level", entry.LogLevel.ToString().ToLowerInvariant());
            json.WriteString("from", entry.Category);
            if (entry.EventId.Name is { } name)
                json.WriteString("event", name);
            json.WriteString("message", entry.Formatter(entry.State, null));
            WriteFields(json, entry.State as IReadOnlyList<KeyValuePair<string, object?>> ?? []);
            WriteFaults(json, entry.Exception);
            json.WriteEndObject();
        }
        console.WriteLine(Encoding.UTF8.GetString(line.WrittenSpan));
    }

    private static void WriteFields(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, object?>> fields)
    {
        if (fields.All(field => field.Key == Template))
            return;
        json.WriteStartObject("fields");
        foreach (var (name, value) in fields.Where(field => field.Key != Template))
            json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void WriteFaults(Utf8JsonWriter json, Exception? exception)
    {
        if (exception is null)
            return;
        json.WriteStartArray("faults");
        foreach (var fault in Faults.Of(exception))
        {
            json.WriteStartObject();
            json.WriteString("type", fault.Type);
            json.WriteStartArray("at");
            foreach (var frame in fault.At)
                json.WriteStringValue(frame);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
