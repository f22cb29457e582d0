using WhereToReport.Domain;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Hsds;

/// <summary>The directory for other directories: the Human Services Data Specification (HSDS) 3.0 of Open Referral, under <c>/hsds</c>.</summary>
public static class HsdsApi
{
    private const string Specification = "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json";
    private const string Profile = "https://docs.openreferral.org/";

    public static void AddHsds(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<HsdsDirectories>();
        builder.Services.AddScoped(services => services.GetRequiredService<HsdsDirectories>().Of(services.GetRequiredService<DirectorySnapshot>()));
    }

    public static void MapHsds(this WebApplication app)
    {
        var hsds = app.MapGroup("/hsds").WithMetadata(PublicAnswer.Instance);
        hsds.MapRead("/", () => TypedResults.Json(new { version = "3.0", profile = Profile, openapi_url = Specification }));
        hsds.MapServices();
        hsds.MapPlaces();
        hsds.MapOrganizations();
        hsds.MapTaxonomies();
    }

    private static void MapServices(this RouteGroupBuilder group)
    {
        group.MapRead("/services", ([AsParameters] HsdsRequest request) => request.List(HsdsTable.Services,
            (hsds, query) => hsds.Matching(hsds.Services, query),
            (hsds, query, channel) => query.Minimal ? hsds.Stub(channel) : query.Full ? hsds.Full(channel) : hsds.Listed(channel)));
        group.MapRead("/services/{id}", ([AsParameters] HsdsRequest request, string id) => request.One(id,
            hsds => hsds.Services,
            (hsds, _, channel) => hsds.Full(channel)));
    }

    private static void MapPlaces(this RouteGroupBuilder group)
    {
        group.MapRead("/service_at_locations", ([AsParameters] HsdsRequest request) => request.List(HsdsTable.ServicesAtLocations,
            (hsds, query) => hsds.Matching(hsds.Places, query),
            (hsds, query, channel) => query.Full ? hsds.FullPlace(channel) : hsds.ListedPlace(channel)));
        group.MapRead("/service_at_locations/{id}", ([AsParameters] HsdsRequest request, string id) => request.One(id,
            hsds => hsds.Places,
            (hsds, _, channel) => hsds.OnePlace(channel)));
    }

    private static void MapOrganizations(this RouteGroupBuilder group)
    {
        group.MapRead("/organizations", ([AsParameters] HsdsRequest request) => request.List(HsdsTable.Organizations,
            (hsds, query) => hsds.Matching(hsds.Organizations, query),
            (hsds, query, runs) => query.Full ? hsds.Full(runs, query.FullService) : query.FullService ? hsds.WithServices(runs, full: true) : hsds.Fields(runs)));
        group.MapRead("/organizations/{id}", ([AsParameters] HsdsRequest request, string id) => request.One(id,
            hsds => hsds.Organizations,
            (hsds, query, runs) => hsds.Full(runs, query.FullService)));
    }

    private static void MapTaxonomies(this RouteGroupBuilder group)
    {
        group.MapRead("/taxonomies", ([AsParameters] HsdsRequest request) => request.List(HsdsTable.Taxonomies,
            (_, query) => HsdsFilter.Matching(Terms.Taxonomies, query),
            (_, _, taxonomy) => taxonomy));
        group.MapRead("/taxonomies/{id}", ([AsParameters] HsdsRequest request, string id) => request.One(id,
            _ => Terms.Taxonomies,
            (_, _, taxonomy) => taxonomy));
        group.MapRead("/taxonomy_terms", ([AsParameters] HsdsRequest request) => request.List(HsdsTable.TaxonomyTerms,
            (hsds, query) => HsdsFilter.Matching(hsds.Terms.All, query),
            (_, _, term) => term));
        group.MapRead("/taxonomy_terms/{id}", ([AsParameters] HsdsRequest request, string id) => request.One(id,
            hsds => hsds.Terms.All,
            (_, _, term) => term));
    }
}
