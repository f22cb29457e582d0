using System.IO.Compression;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.ResponseCompression;
using WhereToReport.Web.Answering;
using WhereToReport.Web.Api;
using WhereToReport.Web.Contacts;
using WhereToReport.Web.Discovery;
using WhereToReport.Web.Editors;
using WhereToReport.Web.Embedding;
using WhereToReport.Web.Learning;
using WhereToReport.Web.Maps;
using WhereToReport.Web.Offline;
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
        builder.Services.AddRazorPages().AddMvcOptions(PageArguments.Read);
        builder.Services.Configure<RouteOptions>(options => options.LowercaseUrls = true);

        // One request sees one revision, however many parts of its page ask.
        builder.Services.AddScoped(services => services.GetRequiredService<CurrentDirectory>().Snapshot);
        builder.Services.AddScoped<PageHead>();
        builder.Services.AddScoped<PlaceWords>();
        builder.Services.AddScoped<EmbedTitle>();
        builder.Services.AddScoped<ContactWords>();
        builder.Services.AddScoped<ContactCard>();
        builder.Services.AddScoped<LinkedData>();
        builder.Services.AddSingleton<Shapes>();
        builder.Services.AddSingleton<Borders>();
        builder.Services.AddSingleton<LearnLibrary>();

        // Nothing secret is on a public page, so compressing over HTTPS gives nothing away.
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json", "application/x-ndjson", "text/csv", "application/atom+xml", WebManifest.MediaType];
        });
        builder.Services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
    }

    public static void UsePages(this WebApplication app)
    {
        // The desk's pages hold secrets beside what a request put there; compressing both would give the secrets away.
        app.UseWhen(context => !Desk.Holds(context), open => open.UseResponseCompression());
        app.UseOpenData();
        app.UsePageLanguages();
        app.UseWhen(IsForPrograms, programs =>
        {
            programs.UseExceptionHandler();
            programs.UseStatusCodePages();
        });
        app.UseWhen(context => !IsForPrograms(context) && !Desk.Holds(context), people =>
        {
            people.UseExceptionHandler("/error/500");
            people.UseStatusCodePagesWithReExecute("/error/{0}");
            people.Use(RefuseMethodsPlainly);
        });
        app.UseDirectory();
        app.UseDesk();
        app.UseRouting();
        app.UseRequestTimeouts();
        app.Use(OnlyMethodsOfPages);
        app.UseApiLimit();
        app.UseDeskRules();
        app.UseFreshness();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets().Add(DeskRules.Apply);
        app.MapSitemap();
        app.MapLlmsText();

        // Browsers and readers of feeds ask for it without being told to.
        app.MapRead("/favicon.ico", () => TypedResults.LocalRedirect("~/favicon.svg", permanent: true));
    }

    private static bool IsForPrograms(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/openapi") || context.Request.Path.StartsWithSegments("/hsds") || context.Request.Path.StartsWithSegments("/health")
        || context.Request.Path.StartsWithSegments(ChangesFeed.Path);

    // Razor Pages shows a page without running its handler when the method has none (OPTIONS, PUT), and asks a POST for a token first.
    private static Task OnlyMethodsOfPages(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not { } page)
            return next(context);

        // An error page is shown, not posted to.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            if (!HttpMethods.IsHead(context.Request.Method))
                context.Request.Method = HttpMethods.Get;
            return next(context);
        }

        string[] methods = [.. page.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).Union([HttpMethods.Get, HttpMethods.Head])];
        if (methods.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = string.Join(", ", methods.Order(StringComparer.Ordinal));
        return Task.CompletedTask;
    }

    // A program that uses a wrong method has no use for a page about missing addresses.
    private static async Task RefuseMethodsPlainly(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response is { StatusCode: StatusCodes.Status405MethodNotAllowed, HasStarted: false } response)
        {
            response.ContentType = "text/plain; charset=utf-8";
            await response.WriteAsync($"{context.Request.Method} does not work here. This address answers {response.Headers.Allow}.\n");
        }
    }
}
