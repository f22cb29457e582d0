using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace WhereToReport.Web.Tests.Links;

/// <summary>A web server on the loopback address that does what a test wants and remembers what it was asked.</summary>
internal sealed class PlayedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _pages = new();
    private readonly ConcurrentQueue<(string Request, string UserAgent)> _asked = new();

    private PlayedServer(WebApplication app) => _app = app;

    public int Port { get; private set; }

    public IPEndPoint End => new(IPAddress.Loopback, Port);

    /// <summary>What was asked, in order: <c>HEAD /page</c>; without the questions for robots.txt.</summary>
    public IReadOnlyList<string> Asked => [.. _asked.Select(asked => asked.Request).Where(asked => !asked.EndsWith("/robots.txt"))];

    /// <summary>What was asked, with the questions for robots.txt.</summary>
    public IReadOnlyList<string> AskedInAll => [.. _asked.Select(asked => asked.Request)];

    public IReadOnlyList<string> UserAgents => [.. _asked.Select(asked => asked.UserAgent)];

    /// <summary>The text of robots.txt; null for none.</summary>
    public string? Robots { get; set; }

    public static async Task<PlayedServer> Start(bool secure = false)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            if (secure)
                listen.UseHttps(SelfSigned());
        }));
        if (secure)
            builder.WebHost.UseKestrelHttpsConfiguration();
        var server = new PlayedServer(builder.Build());
        server._app.Run(server.Answer);
        await server._app.StartAsync();
        server.Port = new Uri(server._app.Urls.Single()).Port;
        return server;
    }

    /// <summary>The address of a page; any host name leads here with <see cref="Resolve"/>.</summary>
    public string Url(string path, string host = "127.0.0.1") => $"http://{host}:{Port}{path}";

    public static Task<IPAddress[]> Resolve(string host, CancellationToken cancel) => Task.FromResult(new[] { IPAddress.Loopback });

    public PlayedServer Page(string path, RequestDelegate answer)
    {
        _pages[path] = answer;
        return this;
    }

    public PlayedServer Page(string path, int status, string? location = null) => Page(path, context =>
    {
        context.Response.StatusCode = status;
        if (location is not null)
            context.Response.Headers.Location = location;
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task Answer(HttpContext context)
    {
        _asked.Enqueue(($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}", context.Request.Headers.UserAgent.ToString()));
        if (_pages.TryGetValue(context.Request.Path, out var page))
            await page(context);
        else if (context.Request.Path == "/robots.txt" && Robots is not null)
            await context.Response.WriteAsync(Robots);
        else
            context.Response.StatusCode = 404;
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
