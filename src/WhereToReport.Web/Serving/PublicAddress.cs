namespace WhereToReport.Web.Serving;

/// <summary>The address of the site as the world sees it, for links that must be absolute.</summary>
public static class PublicAddress
{
    private const string Setting = "Site:Address";

    /// <summary>True where the address does not depend on the request.</summary>
    internal static bool IsSet(IConfiguration configuration) => configuration[Setting] is { Length: > 0 };

    /// <summary>Scheme and host without a slash at the end: the setting <c>Site:Address</c>, else as the request names them.</summary>
    public static string Of(HttpRequest request) =>
        request.HttpContext.RequestServices.GetRequiredService<IConfiguration>()[Setting] is { Length: > 0 } address
            ? address.TrimEnd('/')
            : $"{request.Scheme}://{request.Host}";

    /// <summary>The host of the setting; null without one.</summary>
    internal static string? Host(IConfiguration configuration) => Set(configuration)?.Host;

    /// <summary>True where the setting says that the world reaches the site over HTTPS.</summary>
    internal static bool IsSecure(IConfiguration configuration) => Set(configuration)?.Scheme == Uri.UriSchemeHttps;

    private static Uri? Set(IConfiguration configuration) =>
        Uri.TryCreate(configuration[Setting], UriKind.Absolute, out var address) ? address : null;
}
