using WhereToReport.Web.Api;

namespace WhereToReport.Web.Serving;

/// <summary>The one place where the site's security headers are set.</summary>
public static class Protection
{
    // Made to be used from other sites: pages that stand inside them, data, and what such pages load.
    private static readonly string[] s_forOthers = ["/embed", "/es/embed", "/api", "/openapi", ChangesFeed.Path, "/hsds", "/data", "/oembed", "/pictures"];
    private static readonly string[] s_assets = [".css", ".js", ".svg", ".png"];

    private static readonly string[] s_unused =
    [
        "accelerometer", "browsing-topics", "camera", "display-capture", "gyroscope", "magnetometer", "microphone", "midi", "payment",
        "serial", "usb",
    ];

    public static void AddProtection(this WebApplicationBuilder builder)
    {
        builder.AddRequestLimits();
        builder.AddProxies();
        var headers = () => Headers(PublicAddress.IsSecure(builder.Configuration));
        var framed = Framed(headers());
        var shared = Alone(headers()).AddCrossOriginResourcePolicy(policy => policy.CrossOrigin());
        var alone = Alone(headers()).AddCrossOriginResourcePolicy(policy => policy.SameOrigin());
        var reference = Alone(headers(), stylesInside: true).AddCrossOriginResourcePolicy(policy => policy.SameOrigin());
        builder.Services.AddSecurityHeaderPolicies().SetPolicySelector(context => context.HttpContext.Request.Path switch
        {
            var path when IsEmbed(path) => framed,
            var path when IsReference(path) => reference,
            var path when IsForOthers(path) => shared,
            _ => alone,
        });
    }

    public static void UseProtection(this WebApplication app) => app.UseSecurityHeaders();

    // The pages under /embed are made to stand inside other sites; every other page refuses to.
    private static bool IsEmbed(PathString path) => path.StartsWithSegments("/embed") || path.StartsWithSegments("/es/embed");

    // The script that shows the API's document writes its styles into the page. No visitor's words and no secret are on it.
    private static bool IsReference(PathString path) => path.Equals(ApiReference.Page) || path.Equals("/es" + ApiReference.Page);

    private static bool IsForOthers(PathString path) =>
        s_forOthers.Any(begin => path.StartsWithSegments(begin)) || s_assets.Any(end => path.Value!.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static HeaderPolicyCollection Framed(HeaderPolicyCollection headers) => headers
        .AddCrossOriginResourcePolicy(policy => policy.CrossOrigin())
        .AddContentSecurityPolicy(policy => Content(policy).AddFrameAncestors().Sources.Add("*"))
        .AddPermissionsPolicy(policy => Permissions(policy).AddGeolocation().None());

    private static HeaderPolicyCollection Alone(HeaderPolicyCollection headers, bool stylesInside = false) => headers
        .AddFrameOptionsDeny()
        .AddContentSecurityPolicy(policy => Content(policy, stylesInside).AddFrameAncestors().None())
        .AddPermissionsPolicy(policy => Permissions(policy).AddGeolocation().Self());

    // The proxy in front may speak plain HTTP to this process: what counts is how the world reaches the site.
    private static HeaderPolicyCollection Headers(bool secure)
    {
        var headers = new HeaderPolicyCollection()
            .AddContentTypeOptionsNoSniff()
            .AddXssProtectionDisabled()
            .AddReferrerPolicyNoReferrer()
            .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
            .AddCrossOriginEmbedderPolicy(policy => policy.RequireCorp());
        return secure ? headers.AddCustomHeader("Strict-Transport-Security", "max-age=31536000") : headers.AddStrictTransportSecurityMaxAge();
    }

    private static PermissionsPolicyBuilder Permissions(PermissionsPolicyBuilder policy)
    {
        foreach (var feature in s_unused)
            policy.AddCustomFeature(feature).None();
        return policy;
    }

    private static CspBuilder Content(CspBuilder policy, bool stylesInside = false)
    {
        policy.AddDefaultSrc().None();
        var styles = policy.AddStyleSrc().Self();
        if (stylesInside)
            styles.UnsafeInline();
        policy.AddScriptSrc().Self();
        policy.AddImgSrc().Self();
        policy.AddConnectSrc().Self();
        policy.AddFrameSrc().Self();
        policy.AddManifestSrc().Self();
        policy.AddWorkerSrc().Self();
        policy.AddFormAction().Self();
        policy.AddBaseUri().None();
        return policy;
    }
}
