using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Api;

/// <summary>The settings under <c>Api</c>.</summary>
public sealed class ApiOptions
{
    /// <summary>How many requests one internet address may make at once; a sixtieth of them come back each second.</summary>
    public int RequestsPerMinute { get; set; } = 3000;

    /// <summary>The same for the machine itself: a proxy beside the site that does not name its visitors asks for all of them.</summary>
    public int LocalRequestsPerMinute { get; set; } = 6_000_000;
}

/// <summary>
/// Keeps one internet address from using up the API; pages are never limited. Addresses are in memory only, for a minute at
/// most. Every answer tells what is left (draft-ietf-httpapi-ratelimit-headers).
/// </summary>
public sealed class ApiLimit : IDisposable
{
    private const string Policy = "address";
    private const int SecondsOfQuota = 60;

    private static readonly string[] s_paths = ["/api", ChangesFeed.Path];

    private readonly ApiOptions _options;
    private readonly PartitionedRateLimiter<HttpContext> _limiter;

    public ApiLimit(IOptions<ApiOptions> options)
    {
        _options = options.Value;
        _limiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(context => Limits(context)
            ? RateLimitPartition.GetTokenBucketLimiter(Network.Of(context.Connection.RemoteIpAddress), Bucket)
            : RateLimitPartition.GetNoLimiter(IPAddress.None));
    }

    /// <summary>How the document tells of it.</summary>
    internal static ApiFailure Failure { get; } = new(StatusCodes.Status429TooManyRequests,
        "Too many requests came from this internet address. `Retry-After` says how many seconds to wait.", Problem(3));

    /// <summary>Limits every request to the API, with the limits of the desk.</summary>
    public void Apply(RateLimiterOptions limits)
    {
        limits.GlobalLimiter = _limiter;
        limits.OnRejected = (rejected, cancel) => Limits(rejected.HttpContext) ? Refuse(rejected) : ValueTask.CompletedTask;
    }

    /// <summary>Counts a request that is answered ahead of the limits, and tells on its answer what is left; false where nothing is left.</summary>
    public bool Take(HttpContext context)
    {
        if (!Limits(context))
            return true;
        using var lease = _limiter.AttemptAcquire(context);
        if (lease.IsAcquired)
            Tell(context);
        return lease.IsAcquired;
    }

    /// <summary>Tells on every answer of the API what is left.</summary>
    public void Tell(HttpContext context)
    {
        if (!Limits(context))
            return;
        context.Response.OnStarting(() =>
        {
            var quota = Quota(Network.Of(context.Connection.RemoteIpAddress));
            var left = _limiter.GetStatistics(context)!.CurrentAvailablePermits;
            var secondsToFull = (quota - left + PerSecond(quota) - 1) / PerSecond(quota);
            context.Response.Headers["RateLimit-Policy"] = Invariant($"\"{Policy}\";q={quota};w={SecondsOfQuota}");
            context.Response.Headers["RateLimit"] = Invariant($"\"{Policy}\";r={left};t={secondsToFull}");
            return Task.CompletedTask;
        });
    }

    public void Dispose() => _limiter.Dispose();

    private static bool Limits(HttpContext context) => s_paths.Any(path => context.Request.Path.StartsWithSegments(path));

    private static async ValueTask Refuse(OnRejectedContext rejected)
    {
        var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
        var problem = Problem(seconds);
        rejected.HttpContext.Response.Headers.RetryAfter = Invariant($"{seconds}");
        await TypedResults.Problem(problem.Detail, statusCode: problem.Status, title: problem.Title, type: problem.Type, extensions: [new("violated-policies", problem.ViolatedPolicies)])
            .ExecuteAsync(rejected.HttpContext);
    }

    private static TooManyRequestsBody Problem(int seconds) => new(
        "https://iana.org/assignments/http-problem-types#quota-exceeded",
        "Too many requests.",
        StatusCodes.Status429TooManyRequests,
        Invariant($"Too many requests came from your internet address. Go on in {seconds} s. All of the directory is in one file at /data."),
        [Policy]);

    private TokenBucketRateLimiterOptions Bucket(IPAddress network)
    {
        var quota = Quota(network);
        return new() { TokenLimit = quota, TokensPerPeriod = PerSecond(quota), ReplenishmentPeriod = TimeSpan.FromSeconds(1) };
    }

    private int Quota(IPAddress network) => IPAddress.IsLoopback(network) ? _options.LocalRequestsPerMinute : _options.RequestsPerMinute;

    private static int PerSecond(int quota) => Math.Max(1, quota / SecondsOfQuota);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
