using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhereToReport.Postgres.Editors;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Editors;

public class DeskRulesTests(DeskSite desk)
{
    // A page that is to be open to everybody must be added here as well, on purpose.
    private static readonly string[] s_open = ["/editors/sign-in", "/editors/sign-in/code", "/editors/invite/{token}", "/editors/problem/{code:int}"];

    [Fact]
    public async Task Every_address_of_the_desk_has_a_rule_and_refuses_strangers_and_wrong_roles()
    {
        await using var listed = await Listed();
        var endpoints = Endpoints(listed).Where(endpoint => Route(endpoint) == "/editors" || Route(endpoint).StartsWith("/editors/", StringComparison.Ordinal)).ToArray();
        Assert.Superset(new HashSet<string>(["/editors", "/editors/people", "/editors/account", .. s_open]), endpoints.Select(Route).ToHashSet());

        var people = new Dictionary<EditorRole, DeskVisitor>();
        foreach (var role in Enum.GetValues<EditorRole>())
            people[role] = await DeskVisitor.Enrolled(desk, role);
        foreach (var endpoint in endpoints)
            await AssertGuarded(endpoint, people);
    }

    [Fact]
    public async Task No_endpoint_outside_the_desk_asks_for_an_account()
    {
        await using var listed = await Listed();
        var others = Endpoints(listed).Where(endpoint => !Route(endpoint).StartsWith("/editors", StringComparison.Ordinal)).ToArray();
        Assert.True(others.Length > 20);
        Assert.All(others, endpoint => Assert.Null(endpoint.Metadata.GetMetadata<IAuthorizeData>()));
    }

    private async Task AssertGuarded(RouteEndpoint endpoint, Dictionary<EditorRole, DeskVisitor> people)
    {
        var route = Route(endpoint);
        var path = route.Replace("{token}", "x").Replace("{code:int}", "404")
            .Replace("{kind}/{**id}", "channel/tx-houston").Replace("{id:guid}", Guid.Empty.ToString()).Replace("{id:long}", "1");
        Assert.DoesNotContain("{", path);
        if (s_open.Contains(route))
        {
            Assert.NotNull(endpoint.Metadata.GetMetadata<IAllowAnonymous>());
            return;
        }
        Assert.Null(endpoint.Metadata.GetMetadata<IAllowAnonymous>());
        var least = Enum.Parse<EditorRole>(Assert.Single(endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()).Policy!);

        var stranger = new DeskVisitor((await desk.Site()).Http);
        foreach (var response in new[] { await stranger.Get(path), await stranger.Post(path, []) })
        {
            // A page that takes no form refuses it whoever sends it.
            if (response.StatusCode == HttpStatusCode.MethodNotAllowed && response.RequestMessage!.Method == HttpMethod.Post)
                continue;
            Assert.True(response.StatusCode == HttpStatusCode.Found, $"{path}: {response.StatusCode}");
            Assert.StartsWith("/editors/sign-in", response.Headers.Location!.ToString());
        }
        foreach (var (role, person) in people)
        {
            Assert.Equal((role, path, role < least), (role, path, (await person.Get(path)).StatusCode == HttpStatusCode.Forbidden));
            if (role < least)
                Assert.Equal(HttpStatusCode.Forbidden, (await person.Post(path, [])).StatusCode);
        }
    }

    private async Task<WebApplicationFactory<Program>> Listed()
    {
        var connection = (await desk.Database()).AsSite;
        return new WebApplicationFactory<Program>().WithWebHostBuilder(site => site
            .UseSetting("ConnectionStrings:Directory", connection)
            .UseSetting("Directory:BundledData", Repository.Data)
            .UseSetting("Directory:SnapshotFile", Path.Combine(Path.GetTempPath(), $"endpoints-{Guid.NewGuid():n}.json")));
    }

    private static IEnumerable<RouteEndpoint> Endpoints(WebApplicationFactory<Program> site) =>
        site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static string Route(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/').ToLowerInvariant();
}
