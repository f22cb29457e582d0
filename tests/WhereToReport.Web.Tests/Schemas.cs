using System.Text.Json;
using Json.Schema;

namespace WhereToReport.Web.Tests;

/// <summary>JSON Schema of draft 2020-12, where a format (UUID, URI, e-mail …) is a demand and no hint.</summary>
internal static class Schemas
{
    private static readonly EvaluationOptions s_verdict = new() { OutputFormat = OutputFormat.Flag, RequireFormatValidation = true };
    private static readonly EvaluationOptions s_reasons = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    public static JsonSchema Parse(string text) => JsonSchema.FromText(text, new() { Dialect = Dialect.Draft202012 });

    public static void AssertValid(this JsonSchema schema, JsonElement json)
    {
        // Reasons are collected only where there are any: the schemas of HSDS have thousands of parts.
        if (schema.Evaluate(json, s_verdict).IsValid)
            return;
        var result = schema.Evaluate(json, s_reasons);
        var errors = (result.Details ?? []).Where(detail => detail.Errors is not null)
            .SelectMany(detail => detail.Errors!, (detail, error) => $"{detail.InstanceLocation}: {error.Key}: {error.Value}");
        var text = json.GetRawText();
        Assert.True(result.IsValid, string.Join('\n', errors) + "\n" + text[..Math.Min(2000, text.Length)]);
    }
}
