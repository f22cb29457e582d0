using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using WhereToReport.Domain;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Api;

/// <summary>The OpenAPI 3.1 document, made from the code and from the directory, once a revision.</summary>
public sealed class ApiDocument([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider provider)
{
    internal const string Name = "v1";

    private readonly ConditionalWeakTable<DirectorySnapshot, Lazy<Task<OpenApiDocument>>> _documents = [];

    /// <summary>The document with examples from a revision.</summary>
    public Task<OpenApiDocument> Of(DirectorySnapshot directory) =>
        _documents.GetValue(directory, _ => new(() => provider.GetOpenApiDocumentAsync(CancellationToken.None))).Value;
}

internal static class ApiDocuments
{
    private const string Introduction =
        """
        Official channels to report crimes against children in the USA, and to get help: the same facts as on the pages.

        * Free for everybody, without a key, from every site (CORS). The facts are in the public domain (CC0 1.0).
        * `GET` and `HEAD` only. Names of values are understood in any case. Times are UTC.
        * Every answer carries `ETag` and `Cache-Control`. Ask again with `If-None-Match`; 304 means that nothing changed.
        * What is not known is `null` or an empty list, never a guess. Please show how sure a fact is and when it was checked.
        * Errors are problem details (RFC 9457) with a sentence to act on. Another method than `GET` and `HEAD` is a 405 with `Allow`, an unknown address a 404.
        * One internet address may make thousands of requests a minute; `RateLimit` tells how many are left. For everything at once see `/data`.
        """;

    public static void AddApiDocument(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ApiDocument>();
        builder.Services.AddOpenApi(ApiDocument.Name, document =>
        {
            document.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            document.ShouldInclude = endpoint => endpoint.HttpMethod == HttpMethods.Get
                && endpoint.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Any();
            document.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name && type.Type.Namespace == typeof(ApiDocument).Namespace
                ? name.Replace("ReplyBody", "").Replace("Body", "") is { Length: > 0 } plain ? plain : "Reply"
                : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
            document.AddSchemaTransformer((schema, context, _) => ApiSchemas.Complete(schema, context));
            document.AddOperationTransformer((operation, context, _) => Complete(operation, context));
            document.AddDocumentTransformer((whole, _, _) =>
            {
                whole.Info = new()
                {
                    Title = "Where to Report",
                    Version = "1",
                    Description = Introduction,
                    License = new() { Name = "CC0 1.0 (the facts)", Identifier = "CC0-1.0" },
                };
                whole.Security = [new()]; // nobody has to sign in
                whole.Servers = [new() { Url = "/" }];
                whole.Paths = InOrder(whole.Paths);
                whole.Tags = null;
                return Task.CompletedTask;
            });
        });
    }

    /// <summary><c>/openapi/v1.json</c></summary>
    public static void MapApiDocument(this WebApplication app) => app.MapRead("/openapi/v1.json", async (ApiDocument documents, DirectorySnapshot directory, CancellationToken cancel) =>
    {
        var text = await (await documents.Of(directory)).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancel);
        return TypedResults.Text(text, "application/json");
    }).WithMetadata(PublicAnswer.Instance).ExcludeFromDescription();

    // In the order in which the site maps them, which is the order in which a reader needs them.
    private static OpenApiPaths InOrder(OpenApiPaths paths)
    {
        string[] order = [ApiOperation.FindHelp, ApiOperation.Directory, ApiOperation.Guidance, ApiOperation.Changes];
        var sorted = new OpenApiPaths();
        foreach (var (path, item) in paths.OrderBy(path => Array.IndexOf(order, path.Value.Operations!.Values.Single().Tags!.Single().Name)).ThenByDescending(path => path.Key.StartsWith("/api", StringComparison.Ordinal)))
            sorted.Add(path, item);
        return sorted;
    }

    private static Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var told = context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Single();
        operation.OperationId = told.Id;
        operation.Parameters = [.. told.Parameters.Select(parameter => new OpenApiParameter
        {
            Name = parameter.Name,
            In = context.Description.RelativePath!.Contains($"{{{parameter.Name}}}") ? ParameterLocation.Path : ParameterLocation.Query,
            Required = parameter.Required,
            Description = parameter.Description,
            Schema = parameter.Schema,
            Example = parameter.Example.DeepClone(),
        })];
        var current = context.ApplicationServices.GetRequiredService<CurrentDirectory>().Snapshot;
        var json = context.ApplicationServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        Complete(operation.Responses!, told, JsonSerializer.SerializeToNode(told.Example(current), json), json);
        var answers = operation.Responses!.OrderBy(answer => answer.Key, StringComparer.Ordinal).ToArray();
        operation.Responses = [];
        foreach (var (status, answer) in answers)
            operation.Responses.Add(status, answer);
        return Task.CompletedTask;
    }

    private static void Complete(OpenApiResponses responses, ApiOperation told, JsonNode? example, JsonSerializerOptions json)
    {
        var found = (OpenApiResponse)responses["200"];
        found.Description = told.Summary + ".";
        found.Headers = ApiHeaders.OfAnswer;
        found.Content!.Values.Single().Example = example;
        foreach (var failure in told.Failures.Append(ApiLimit.Failure))
        {
            var response = (OpenApiResponse)responses[failure.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)];
            response.Description = failure.When;
            response.Headers = ApiHeaders.OfFailure(failure.Status);
            response.Content!.Values.Single().Example = JsonSerializer.SerializeToNode(failure.Example, failure.Example.GetType(), json);
        }
        responses["304"] = new OpenApiResponse { Description = "Nothing changed since the answer that `If-None-Match` names.", Headers = ApiHeaders.OfAnswer };
    }
}
