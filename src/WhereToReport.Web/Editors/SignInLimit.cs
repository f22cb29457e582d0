using System.Net;
using System.Threading.RateLimiting;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Editors;

/// <summary>Slows down whoever tries passwords, codes or links: so many posts a minute from one address, counted in memory and never stored.</summary>
internal static class SignInLimit
{
    public const string Policy = "sign-in";

    public static void AddSignInLimit(this WebApplicationBuilder builder)
    {
        var posts = builder.Configuration.GetValue("Desk:SignInPostsPerMinute", 20);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(Network.Of(context.Connection.RemoteIpAddress), _ => new() { PermitLimit = posts, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(IPAddress.None));
        });
    }
}
