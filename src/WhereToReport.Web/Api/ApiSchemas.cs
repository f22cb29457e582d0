using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace WhereToReport.Web.Api;

/// <summary>Tells in schemas what the serializer does and their generator does not know.</summary>
internal static class ApiSchemas
{
    public static Task Complete(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        // Where null is possible too, the field that refers to the names says so.
        if (schema.Enum is { Count: > 0 } names)
            (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. names.Where(name => name?.IsJsonNullSentinel() == false)]);
        if (schema.Properties is not { Count: > 0 } properties)
            return Task.CompletedTask;

        // Every field is always there, but for those that are left out when there is nothing to say.
        schema.Type = JsonSchemaType.Object;
        schema.Required = properties.Keys.ToHashSet();
        foreach (var property in context.JsonTypeInfo.Properties.Where(IsLeftOutWhenNull))
        {
            schema.Required.Remove(property.Name);
            if (properties[property.Name] is OpenApiSchema field)
                field.Type &= ~JsonSchemaType.Null;
        }
        return Task.CompletedTask;
    }

    private static bool IsLeftOutWhenNull(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), false).OfType<JsonIgnoreAttribute>()
            .Any(ignore => ignore.Condition == JsonIgnoreCondition.WhenWritingNull) == true;
}
