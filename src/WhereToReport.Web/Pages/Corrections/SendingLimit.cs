using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Pages.Corrections;

/// <summary>
/// Keeps one internet address from filling the desk. The addresses are in memory only, for as long as the window lasts;
/// nothing else on the site ever learns them.
/// </summary>
public sealed class SendingLimit(IOptions<CorrectionOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress?> _limiter = PartitionedRateLimiter.Create<IPAddress?, IPAddress>(
        address => RateLimitPartition.GetFixedWindowLimiter(Network.Of(address), _ => new()
        {
            PermitLimit = options.Value.Limit,
            Window = options.Value.Window,
        }));

    /// <summary>Null where this address may send now, else how long it has to wait.</summary>
    public TimeSpan? Wait(IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire(address);
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : options.Value.Window;
    }

    public void Dispose() => _limiter.Dispose();
}
