using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using WhereToReport.Domain;

namespace WhereToReport.Postgres.Files;

/// <summary>How the directory's records stand in JSON: camelCase, kebab-case values, and nothing that is empty or unknown.</summary>
public static class DirectoryJson
{
    /// <summary>For the data files: indented, strict about fields that do not exist.</summary>
    public static JsonSerializerOptions Readable { get; } = Create(indented: true);

    /// <summary>For contents kept by earlier versions of the program: fields that records no longer have are passed over.</summary>
    public static JsonSerializerOptions Stored { get; } = Create(indented: false, JsonUnmappedMemberHandling.Skip);

    /// <summary>For the snapshot file and for comparing records.</summary>
    public static JsonSerializerOptions Compact { get; } = Create(indented: false);

    private static JsonSerializerOptions Create(bool indented, JsonUnmappedMemberHandling unmapped = JsonUnmappedMemberHandling.Disallow)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = unmapped,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = indented,
            NewLine = "\n",
            Converters = { new BilingualConverter(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsEmpty } },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutWhatIsEmpty(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            if (property.Set is null && property.AssociatedParameter is null)
                type.Properties.RemoveAt(i);
            else if (property.PropertyType == typeof(bool) && !property.IsRequired)
                property.ShouldSerialize = (_, value) => value is true;
            else if (property.PropertyType.IsAssignableTo(typeof(IEnumerable)) && property.PropertyType != typeof(string))
                property.ShouldSerialize = (_, value) => value is IEnumerable items && items.GetEnumerator().MoveNext();
        }
    }

    /// <summary>A text without a Spanish form stands as a plain string.</summary>
    private sealed class BilingualConverter : JsonConverter<Bilingual>
    {
        private const string Shape = "a string, or an object with \"en\" and \"es\"";

        public override Bilingual Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
                return new(reader.GetString()!);
            if (reader.TokenType != JsonTokenType.StartObject)
                throw new JsonException($"allowed: {Shape}");

            string? en = null, es = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var language = reader.GetString();
                reader.Read();
                var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException($"allowed: {Shape}");
                (en, es) = language switch
                {
                    "en" => (text, es),
                    "es" => (en, text),
                    _ => throw new JsonException($"allowed: {Shape}"),
                };
            }
            return new(en ?? throw new JsonException($"allowed: {Shape}"), es);
        }

        public override void Write(Utf8JsonWriter writer, Bilingual value, JsonSerializerOptions options)
        {
            if (value.Es is null)
            {
                writer.WriteStringValue(value.En);
                return;
            }
            writer.WriteStartObject();
            writer.WriteString("en", value.En);
            writer.WriteString("es", value.Es);
            writer.WriteEndObject();
        }
    }
}
