namespace WhereToReport.Web.Serving;

/// <summary>The address of the site as the world sees it, for links that must be absolute.</summary>
public static class PublicAddress
{
    /// <summary>Scheme and host without a slash at the end: the setting <c>Site:Address</c>, else as the request names them.</summary>
    public static string Of(HttpRequest request) =>
        request.HttpContext.RequestServices.GetRequiredService<IConfiguration>()["Site:Address"]?.TrimEnd('/')
        ?? $"{request.Scheme}://{request.Host}";
}
