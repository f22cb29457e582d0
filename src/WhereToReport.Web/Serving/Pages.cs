using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace WhereToReport.Web.Serving;

/// <summary>The Razor Pages site: localization, compression, caching and error pages.</summary>
public static class Pages
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails();
        builder.Services.AddLocalization();
        builder.Services.AddRazorPages();
        builder.Services.Configure<RouteOptions>(options => options.LowercaseUrls = true);

        // Nothing secret is on a public page, so compressing over HTTPS gives nothing away.
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json"];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        builder.Services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
    }

    public static void UsePages(this WebApplication app)
    {
        app.UseResponseCompression();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorPages();
    }
}
