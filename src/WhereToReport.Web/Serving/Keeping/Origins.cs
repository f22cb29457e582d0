namespace WhereToReport.Web.Serving.Keeping;

/// <summary>
/// Pages name the address of the site, and some headers depend on its scheme: answers are kept for each origin. Where no setting
/// says the address it is taken from the request, which can say anything: then the first few origins count and others are not kept.
/// </summary>
/// <param name="addressIsSet">True where <c>Site:Address</c> names the one address.</param>
internal sealed class Origins(bool addressIsSet)
{
    private const int Most = 4;

    private readonly Lock _changing = new();
    private volatile (string Scheme, string Host)[] _known = [];

    /// <summary>The number of the origin that a request names; null for one too many.</summary>
    public int? NumberOf(HttpRequest request)
    {
        var (scheme, host) = (request.Scheme, addressIsSet ? "" : request.Host.Value ?? "");
        return Find(_known, scheme, host) ?? Add(scheme, host);
    }

    private static int? Find((string Scheme, string Host)[] known, string scheme, string host)
    {
        for (var number = 0; number < known.Length; number++)
        {
            if (known[number].Host == host && known[number].Scheme == scheme)
                return number;
        }
        return null;
    }

    private int? Add(string scheme, string host)
    {
        if (_known.Length == Most)
            return null;
        lock (_changing)
        {
            if (Find(_known, scheme, host) is { } added)
                return added;
            if (_known.Length == Most)
                return null;
            _known = [.. _known, (scheme, host)];
            return _known.Length - 1;
        }
    }
}
