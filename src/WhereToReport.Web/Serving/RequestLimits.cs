using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace WhereToReport.Web.Serving;

/// <summary>The settings under <c>Requests</c>: how large a request may be, and how slow.</summary>
public sealed class RequestOptions
{
    /// <summary>The largest body, in bytes. Forms say less where they need less.</summary>
    public int LongestBody { get; set; } = 1024 * 1024;

    /// <summary>How long a client may take to send the headers.</summary>
    public TimeSpan HeaderTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a body may come in slower than <see cref="SlowestBody"/>.</summary>
    public TimeSpan BodyGrace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Bytes a second, in both directions.</summary>
    public int SlowestBody { get; set; } = 240;

    /// <summary>How long an answer may take to be made.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);
}

/// <summary>Keeps one client from taking more of the site than a visitor needs.</summary>
public static class RequestLimits
{
    private const int KB = 1024;

    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Requests").Get<RequestOptions>() ?? new();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            Limit(server.Limits, options);
        });
        builder.Services.Configure<FormOptions>(forms =>
        {
            forms.KeyLengthLimit = 200;
            forms.ValueLengthLimit = options.LongestBody;
            forms.BufferBodyLengthLimit = options.LongestBody;
            forms.MultipartBodyLengthLimit = options.LongestBody;
            forms.MultipartHeadersCountLimit = 8;
            forms.MultipartHeadersLengthLimit = 2 * KB;
        });
        builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = options.Timeout,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        });
    }

    private static void Limit(KestrelServerLimits limits, RequestOptions options)
    {
        // Room for whatever a visitor pastes into the box, so that it meets a helpful page and not a bare 414.
        limits.MaxRequestLineSize = 128 * KB;
        limits.MaxRequestHeadersTotalSize = 32 * KB;
        limits.MaxRequestHeaderCount = 64;
        limits.MaxRequestBodySize = options.LongestBody;
        limits.RequestHeadersTimeout = options.HeaderTimeout;
        limits.MinRequestBodyDataRate = limits.MinResponseDataRate = new(options.SlowestBody, options.BodyGrace);
        limits.Http2.MaxStreamsPerConnection = 100;
    }
}
