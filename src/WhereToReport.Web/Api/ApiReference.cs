using System.IO.Compression;
using Microsoft.Net.Http.Headers;
using Scalar.AspNetCore;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Api;

/// <summary>The script that shows the document on <see cref="Page"/>: Scalar's, as its package brings it.</summary>
internal static class ApiReference
{
    /// <summary>The page that shows the document.</summary>
    public const string Page = "/data/api";

    // The package brings it compressed.
    private const string Resource = "ScalarStaticAssets.scalar.js";

    public static void MapApiReference(this WebApplication app) => app.MapRead(Page + "/scalar.js", (HttpContext context) =>
    {
        var script = typeof(ScalarOptions).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The package Scalar.AspNetCore has no {Resource}.");
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!context.Request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value == "gzip" && encoding.Quality != 0))
            return TypedResults.Stream(new GZipStream(script, CompressionMode.Decompress), "text/javascript; charset=utf-8");
        context.Response.Headers.ContentEncoding = "gzip";
        return TypedResults.Stream(script, "text/javascript; charset=utf-8");
    }).WithMetadata(PublicAnswer.Instance).ExcludeFromDescription();
}
