using System.Diagnostics;
using System.Text.Json;
using Microsoft.OpenApi;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Api;

public class ApiDocumentTests(FilledSite filled)
{
    [Fact]
    public async Task It_is_a_valid_OpenAPI_3_1_document()
    {
        var read = OpenApiDocument.Parse(await Text(), OpenApiConstants.Json);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic!.SpecificationVersion);
        Assert.Empty(read.Diagnostic.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Empty(read.Document!.Validate(ValidationRuleSet.GetDefaultRuleSet()));
    }

    // The official schema of OpenAPI 3.1, as the Python package openapi-spec-validator brings it.
    [Fact]
    public async Task It_is_valid_by_the_official_schema()
    {
        Assert.SkipUnless(await Python("import openapi_spec_validator") is (0, _), "Python's openapi-spec-validator is not installed.");
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, await Text());
            const string Check = "import json, sys; from openapi_spec_validator import OpenAPIV31SpecValidator as V; [print(e) for e in V(json.load(open(sys.argv[1]))).iter_errors()]";
            Assert.Equal((0, ""), await Python(Check, file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Every_operation_explains_itself()
    {
        var operations = Operations(JsonElement.Parse(await Text())).ToArray();
        Assert.Equal(
            ["answer", "places", "state", "countries", "country", "channels", "channel", "taskForces", "situations", "duty", "changes", "changesFeed"],
            operations.Select(operation => operation.Operation.Text("operationId")));
        foreach (var (path, operation) in operations)
        {
            Assert.EndsWith(".", operation.Text("description"));
            Assert.NotEmpty(operation.Text("summary"));
            foreach (var parameter in operation.List("parameters"))
            {
                Assert.NotEmpty(parameter.Text("description"));
                Assert.True(parameter.TryGetProperty("example", out _), $"{path}: {parameter.Text("name")}");
            }
        }
    }

    [Fact]
    public async Task Every_example_is_as_its_schema_says()
    {
        var document = JsonElement.Parse(await Text());
        var schemas = new DocumentedSchemas(document);
        var checkedExamples = 0;
        foreach (var (_, operation) in Operations(document))
        {
            foreach (var content in operation.GetProperty("responses").EnumerateObject().Where(response => response.Value.TryGetProperty("content", out _)).SelectMany(response => response.Value.GetProperty("content").EnumerateObject()))
            {
                schemas.AssertValid(content.Value.GetProperty("schema"), content.Value.GetProperty("example"));
                checkedExamples++;
            }
            foreach (var parameter in operation.List("parameters"))
                schemas.AssertValid(parameter.GetProperty("schema"), parameter.GetProperty("example"));
        }
        Assert.True(checkedExamples > 30);
    }

    [Theory]
    [InlineData("\"kind\"", "\"sort\"")]
    [InlineData("\"revision\":1", "\"revision\":\"1\"")]
    [InlineData("\"county\"", "7")]
    [InlineData("\"line\":\"own\"", "\"line\":\"mine\"")]
    [InlineData("\"result\":\"answer\"", "\"result\":\"maybe\"")]
    [InlineData("\"tty\":false", "\"tty\":false,\"more\":1")]
    public async Task An_answer_that_is_not_as_the_document_says_is_noticed(string right, string wrong)
    {
        var document = JsonElement.Parse(await Text());
        var schema = document.GetProperty("paths").GetProperty("/api/v1/answer").GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");
        var answer = await (await filled.Site()).Http.GetStringAsync("/api/v1/answer?place=94043");
        Assert.Contains(right, answer);
        new DocumentedSchemas(document).AssertValid(schema, JsonElement.Parse(answer));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => new DocumentedSchemas(document).AssertValid(schema, JsonElement.Parse(answer.Replace(right, wrong, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Every_field_of_every_answer_is_explained()
    {
        foreach (var schema in JsonElement.Parse(await Text()).GetProperty("components").GetProperty("schemas").EnumerateObject().Where(schema => schema.Value.TryGetProperty("properties", out _)))
        {
            foreach (var field in schema.Value.GetProperty("properties").EnumerateObject().Where(field => !(schema.Name.StartsWith("Reply", StringComparison.Ordinal) && field.Name == "result")))
            {
                var explained = field.Value.TryGetProperty("description", out _)
                    || field.Value.TryGetProperty("oneOf", out var either) && either.EnumerateArray().Any(one => one.TryGetProperty("description", out _));
                Assert.True(explained, $"{schema.Name}.{field.Name}");
            }
        }
    }

    internal static IEnumerable<(string Path, JsonElement Operation)> Operations(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject(), (path, operation) => (path.Name, operation.Value));

    private async Task<string> Text() => await (await filled.Site()).Http.GetStringAsync("/openapi/v1.json");

    private static async Task<(int ExitCode, string Output)> Python(params string[] arguments)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", ["-W", "ignore", "-c", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = await python.StandardOutput.ReadToEndAsync();
            await python.WaitForExitAsync();
            return (python.ExitCode, output);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, "");
        }
    }
}
