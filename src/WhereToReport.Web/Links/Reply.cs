using System.Net;
using WhereToReport.Domain.Links;

namespace WhereToReport.Web.Links;

/// <summary>What came of one request: an answer with a status, or the reason why there was none.</summary>
internal sealed record Reply
{
    private static readonly string[] s_cdnServers = ["cloudflare", "akamai", "cloudfront", "sucuri", "imperva", "incapsula", "fastly", "ddos-guard"];
    private static readonly string[] s_cdnHeaders = ["cf-ray", "cf-mitigated", "x-amz-cf-id", "x-sucuri-id", "x-iinfo", "akamai-grn", "x-akamai-request-id"];

    public HttpStatusCode? Status { get; init; }

    /// <summary>Why no answer came; null where one did.</summary>
    public LinkFinding? Failure { get; init; }

    /// <summary>Where a redirect leads.</summary>
    public Uri? Location { get; init; }

    /// <summary>The time before which the host wants no other request.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>True where a content delivery network answered, or a guard against robots at one.</summary>
    public bool FromGuard { get; init; }

    /// <summary>The beginning of the body, as far as it was asked for.</summary>
    public string Body { get; init; } = "";

    public bool IsRedirect => Status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    public bool IsPermanentRedirect => Status is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;

    public static Reply Failed(LinkOutcome outcome, string detail) => new() { Failure = new(outcome) { Detail = detail } };

    public static Reply From(HttpResponseMessage response, string body, DateTimeOffset now) => new()
    {
        Status = response.StatusCode,
        Location = response.Headers.Location,
        NotBefore = RetryAfter(response, now),
        FromGuard = s_cdnHeaders.Any(response.Headers.Contains)
            || s_cdnServers.Any(name => response.Headers.Server.ToString().Contains(name, StringComparison.OrdinalIgnoreCase)),
        Body = body,
    };

    /// <summary>What the answer says of the page, unless it is a redirect.</summary>
    public LinkFinding Finding() => Failure ?? new LinkFinding(Outcome()) { Status = (int)Status!.Value, NotBefore = NotBefore };

    private LinkOutcome Outcome() => Status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests or HttpStatusCode.UnavailableForLegalReasons => LinkOutcome.Blocked,
        HttpStatusCode.ServiceUnavailable when FromGuard || NotBefore is not null => LinkOutcome.Blocked,
        > (HttpStatusCode)599 => LinkOutcome.Blocked, // no status of HTTP; some sites send it to programs
        >= HttpStatusCode.InternalServerError => LinkOutcome.ServerError,
        >= HttpStatusCode.BadRequest => LinkOutcome.ClientError,
        >= HttpStatusCode.Ambiguous => LinkOutcome.BadRedirect,
        _ => LinkOutcome.Works,
    };

    // A server that has had too much, but does not say for how long, is left alone for an hour.
    private static DateTimeOffset? RetryAfter(HttpResponseMessage response, DateTimeOffset now) => response switch
    {
        { StatusCode: not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) } => null,
        { Headers.RetryAfter.Delta: { } delta } => now + delta,
        { Headers.RetryAfter.Date: { } date } => date,
        { StatusCode: HttpStatusCode.TooManyRequests } => now + TimeSpan.FromHours(1),
        _ => null,
    };
}
