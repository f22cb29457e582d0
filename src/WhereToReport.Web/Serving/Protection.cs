namespace WhereToReport.Web.Serving;

/// <summary>The one place where the site's security headers are set.</summary>
public static class Protection
{
    public static void AddProtection(this WebApplicationBuilder builder) =>
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;

            // Room for whatever a visitor pastes into the box, so that it meets a helpful page and not a bare 414.
            server.Limits.MaxRequestLineSize = 128 * 1024;
        });

    public static void UseProtection(this WebApplication app) => app.UseSecurityHeaders(new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyNoReferrer()
        .AddFrameOptionsDeny()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddPermissionsPolicy(policy =>
        {
            policy.AddGeolocation().Self();
            policy.AddCamera().None();
            policy.AddMicrophone().None();
        })
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().None();
            policy.AddStyleSrc().Self();
            policy.AddScriptSrc().Self();
            policy.AddImgSrc().Self();
            policy.AddConnectSrc().Self();
            policy.AddManifestSrc().Self();
            policy.AddFormAction().Self();
            policy.AddFrameAncestors().None();
            policy.AddBaseUri().None();
        }));
}
