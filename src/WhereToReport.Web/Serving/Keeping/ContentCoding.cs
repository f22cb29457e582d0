using Microsoft.Extensions.Primitives;

namespace WhereToReport.Web.Serving.Keeping;

/// <summary>The forms in which a body is sent (RFC 9110, 8.4.1), the smallest last.</summary>
internal enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

internal static class ContentCodings
{
    /// <summary>The form that the site answers a client in; null for a header that weighs the forms, as no browser does.</summary>
    public static ContentCoding? Smallest(StringValues accepted)
    {
        if (accepted.Count > 1)
            return null;
        var header = accepted.Count == 0 ? default : accepted[0].AsSpan();
        if (header.ContainsAny(';', '*'))
            return null;
        var smallest = ContentCoding.Identity;
        foreach (var part in header.Split(','))
        {
            var coding = Named(header[part].Trim());
            if (coding > smallest)
                smallest = coding;
        }
        return smallest;
    }

    /// <summary>The name of the form in headers; null for a body that is sent as it is.</summary>
    public static string? Name(this ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => "br",
        ContentCoding.Gzip => "gzip",
        _ => null,
    };

    private static ContentCoding Named(ReadOnlySpan<char> name) =>
        name.Equals("br", StringComparison.OrdinalIgnoreCase) ? ContentCoding.Brotli
        : name.Equals("gzip", StringComparison.OrdinalIgnoreCase) ? ContentCoding.Gzip
        : ContentCoding.Identity;
}
