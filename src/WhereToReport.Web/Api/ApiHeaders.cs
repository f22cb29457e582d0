using Microsoft.OpenApi;

namespace WhereToReport.Web.Api;

/// <summary>The headers of answers, as the document tells of them.</summary>
internal static class ApiHeaders
{
    private static readonly KeyValuePair<string, IOpenApiHeader>[] s_quota =
    [
        Text("RateLimit-Policy", "The quota: `q` requests in `w` seconds."),
        Text("RateLimit", "What is left of it: `r` requests; in `t` seconds all of it is there again."),
    ];

    /// <summary>Of an answer that can be kept.</summary>
    public static Dictionary<string, IOpenApiHeader> OfAnswer => new(
        [Text("ETag", "Names this state of the answer, for `If-None-Match`."), Text("Cache-Control", "How long the answer may be kept."), .. s_quota]);

    /// <summary>Of a problem.</summary>
    public static Dictionary<string, IOpenApiHeader> OfFailure(int status) =>
        status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable
            ? new([new("Retry-After", new OpenApiHeader { Description = "How many seconds to wait.", Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1" } }), .. s_quota])
            : new(s_quota);

    private static KeyValuePair<string, IOpenApiHeader> Text(string name, string description) =>
        new(name, new OpenApiHeader { Description = description, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
}
