using Microsoft.Net.Http.Headers;

namespace WhereToReport.Web.Pages.Corrections;

/// <summary>
/// Tells whether a form was sent from a page of this site. There is no antiforgery token, because it would need a cookie,
/// and no authority that another site could borrow; this only keeps other sites from sending in their visitors' name
/// (docs/decisions/0009).
/// </summary>
internal static class FormOrigin
{
    private const string SecFetchSite = "Sec-Fetch-Site";

    /// <summary>
    /// Browsers say so themselves in <c>Sec-Fetch-Site</c>. Old ones and plain HTTP have only <c>Origin</c>, which is
    /// <c>null</c> here because the pages send no referrer; programs send neither.
    /// </summary>
    public static bool IsOurs(HttpRequest request) => request.Headers[SecFetchSite].ToString() switch
    {
        "same-origin" or "none" => true,
        "" => IsHere(request.Headers[HeaderNames.Origin].ToString(), request.Host),
        _ => false,
    };

    private static bool IsHere(string origin, HostString host) =>
        origin is "" or "null" || Uri.TryCreate(origin, UriKind.Absolute, out var sender) && string.Equals(sender.Authority, host.Value, StringComparison.OrdinalIgnoreCase);
}
