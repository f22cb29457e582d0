using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhereToReport.Web.Tests.Api;

/// <summary>The schemas of the OpenAPI document, made strict: a field that is not documented is an error.</summary>
internal sealed class DocumentedSchemas(JsonElement document)
{
    private readonly JsonNode _definitions = Strict(JsonNode.Parse(document.GetProperty("components").GetProperty("schemas").GetRawText())!, areNames: true);

    public void AssertValid(JsonElement schema, JsonElement json)
    {
        var root = new JsonObject { ["allOf"] = new JsonArray(Strict(JsonNode.Parse(schema.GetRawText())!)), ["$defs"] = _definitions.DeepClone() };
        Schemas.Parse(root.ToJsonString()).AssertValid(json);
    }

    private static JsonNode Strict(JsonNode node, bool areNames = false)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list.OfType<JsonObject>())
                Strict(item);
        }
        if (node is not JsonObject schema)
            return node;
        schema.Remove("discriminator");
        foreach (var (word, value) in schema.ToArray())
        {
            if (word == "$ref" && !areNames)
                schema[word] = value!.GetValue<string>().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
            else if (value is not null && word is not ("enum" or "required" or "default"))
                Strict(value, areNames: !areNames && word == "properties");
        }
        if (!areNames && schema.ContainsKey("properties"))
            schema["additionalProperties"] = false;
        return schema;
    }
}
