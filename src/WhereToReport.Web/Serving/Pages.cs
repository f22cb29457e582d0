using System.IO.Compression;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.ResponseCompression;
using WhereToReport.Web.Answering;
using WhereToReport.Web.Contacts;
using WhereToReport.Web.Learning;
using WhereToReport.Web.Maps;
using WhereToReport.Web.Pages;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Serving;

/// <summary>The Razor Pages site: language, compression, caching and error pages.</summary>
public static class Pages
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        // Finds wwwroot where the program runs from its build output; a published program has it beside itself.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddProblemDetails();
        builder.AddPageLanguages();
        builder.Services.AddRazorPages();
        builder.Services.Configure<RouteOptions>(options => options.LowercaseUrls = true);

        // One request sees one revision, however many parts of its page ask.
        builder.Services.AddScoped(services => services.GetRequiredService<CurrentDirectory>().Snapshot);
        builder.Services.AddScoped<PageHead>();
        builder.Services.AddScoped<PlaceWords>();
        builder.Services.AddScoped<ContactWords>();
        builder.Services.AddSingleton<Shapes>();
        builder.Services.AddSingleton<LearnLibrary>();

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
        app.UsePageLanguages();
        app.UseWhen(IsForPrograms, programs =>
        {
            programs.UseExceptionHandler();
            programs.UseStatusCodePages();
        });
        app.UseWhen(context => !IsForPrograms(context), people =>
        {
            people.UseExceptionHandler("/error/500");
            people.UseStatusCodePagesWithReExecute("/error/{0}");
        });
        app.UseRouting();
        app.Use(OnlyMethodsOfPages);
        app.UseFreshness();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapSitemap();
    }

    private static bool IsForPrograms(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/health");

    // Razor Pages shows a page without running its handler when the method has none (OPTIONS, PUT).
    private static Task OnlyMethodsOfPages(HttpContext context, RequestDelegate next)
    {
        var method = context.Request.Method;
        if (context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null
            || HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD, POST";
        return Task.CompletedTask;
    }
}
