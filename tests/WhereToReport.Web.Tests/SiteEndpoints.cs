using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using WhereToReport.Testing;
using WhereToReport.Web.Api;
using WhereToReport.Web.Hsds;

namespace WhereToReport.Web.Tests;

/// <summary>An address of the site, and the names of what can be given to it.</summary>
/// <param name="Pattern">The path, with the names of its parts in braces.</param>
/// <param name="Parts">The names of the parts of the path.</param>
/// <param name="Parameters">The names of the query's parameters.</param>
/// <param name="Handlers">What forms that are sent to it ask for, by name; empty where it takes none.</param>
/// <param name="ForEditors">True at the desk.</param>
/// <param name="Open">True where nobody has to be signed in.</param>
internal sealed record SiteEndpoint(string Pattern, string[] Parts, string[] Parameters, string[] Handlers, bool ForEditors, bool Open)
{
    public bool TakesForms => Handlers.Length > 0;

    /// <summary>The path with a value for each part, as it is given.</summary>
    public string Path(Func<string, string> value) => Parts.Aggregate(Pattern, (path, part) => path.Replace($"{{{part}}}", value(part)));
}

/// <summary>All endpoints of the site, as the running code has them: what is added one day is listed without being told.</summary>
internal static class SiteEndpoints
{
    /// <summary>What is read, and what takes forms; files are left out.</summary>
    public static async Task<IReadOnlyList<SiteEndpoint>> All()
    {
        await using var site = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("ConnectionStrings:Directory", "Host=127.0.0.1;Port=1;Username=nobody;Database=none")
            .UseSetting("Directory:BundledData", Repository.Data)
            .UseSetting("Directory:SnapshotFile", Path.Combine(Path.GetTempPath(), $"endpoints-{Guid.NewGuid():n}.json"))
            .UseSetting("LinkCheck:Enabled", "false"));
        var pages = site.Services.GetRequiredService<PageLoader>();
        var found = new Dictionary<string, SiteEndpoint>();
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                Add(found, await Describe(endpoint, pages));
        }
        return [.. found.Values.OrderBy(each => each.Pattern, StringComparer.Ordinal)];
    }

    private static void Add(Dictionary<string, SiteEndpoint> found, SiteEndpoint endpoint) =>
        found[endpoint.Pattern] = found.TryGetValue(endpoint.Pattern, out var known)
            ? known with { Parameters = [.. known.Parameters.Union(endpoint.Parameters)], Handlers = [.. known.Handlers.Union(endpoint.Handlers)] }
            : endpoint;

    private static async Task<SiteEndpoint> Describe(RouteEndpoint endpoint, PageLoader pages)
    {
        var pattern = "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            var separator => ((Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart)separator).Content,
        }))));
        string[] parts = [.. endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name)];
        var bound = endpoint.Metadata.OfType<IParameterBindingMetadata>().Select(parameter => parameter.Name);
        string[] handlers = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") ?? false ? [""] : [];
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
        {
            var compiled = await pages.LoadAsync(page, endpoint.Metadata);
            bound = compiled.HandlerMethods.SelectMany(handler => handler.Parameters).Concat<Microsoft.AspNetCore.Mvc.Abstractions.ParameterDescriptor>(compiled.BoundProperties).Select(parameter => parameter.Name);
            handlers = [.. compiled.HandlerMethods.Where(handler => handler.HttpMethod.Equals("POST", StringComparison.OrdinalIgnoreCase)).Select(handler => handler.Name ?? "")];
        }
        var forEditors = pattern.StartsWith("/editors", StringComparison.OrdinalIgnoreCase);
        return new(
            pattern,
            parts,
            [.. bound.Concat(pattern.StartsWith("/hsds", StringComparison.Ordinal) ? HsdsQuery.Parameters : []).Concat(endpoint.Metadata.GetMetadata<ApiOperation>()?.Parameters.Select(parameter => parameter.Name) ?? []).OfType<string>().Except(parts).Except(["cancel", "form", "Form"]).Distinct()],
            handlers,
            forEditors,
            !forEditors || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null);
    }
}
