namespace WhereToReport.Web.Serving;

/// <summary>
/// <c>/.well-known/security.txt</c> (RFC 9116) tells whoever found a weakness whom to tell. Its contact is the setting
/// <c>Site:SecurityContact</c>; without one there is no such file, because a contact that nobody reads does harm.
/// </summary>
public static class SecurityContact
{
    // RFC 9116 asks for less than a year; a copy that is kept elsewhere tells when it was last true.
    private const int MonthsValid = 6;

    public static void MapSecurityContact(this WebApplication app)
    {
        if (app.Configuration["Site:SecurityContact"] is not { Length: > 0 } contact)
            return;
        if (!Uri.TryCreate(contact, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "mailto" or "tel"))
            throw new InvalidOperationException($"Site:SecurityContact must be an address that starts with https:, mailto: or tel:, not “{contact}”.");

        // The first of a month, so that the answer changes once a month.
        app.MapRead("/.well-known/security.txt", (HttpRequest request, TimeProvider time) =>
        {
            var now = time.GetUtcNow();
            var expires = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(MonthsValid);
            return TypedResults.Text(
                $"Contact: {address.AbsoluteUri}\nExpires: {expires:yyyy-MM-dd'T'HH:mm:ss'Z'}\nPreferred-Languages: en, es\nCanonical: {PublicAddress.Of(request)}/.well-known/security.txt\n");
        });
    }
}
