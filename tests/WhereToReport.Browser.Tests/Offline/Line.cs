using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WhereToReport.Testing;

namespace WhereToReport.Browser.Tests.Offline;

/// <summary>The line between a browser and the site: it can be cut, be slow, lose single addresses and lead to another node. To the browser it is the site.</summary>
public sealed class Line : IAsyncDisposable
{
    // They belong to one connection; the server of this side writes its own.
    private static readonly string[] s_ofTheConnection = ["Transfer-Encoding", "Connection", "Keep-Alive"];

    private readonly ConcurrentBag<string> _lost = [];
    private readonly WebApplication _here;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private Line(WebApplication here, SiteProcess site)
    {
        _here = here;
        Node = site;
    }

    public Uri Address => new(_here.Urls.Single());

    /// <summary>True where nothing comes through.</summary>
    public bool IsCut { get; set; }

    /// <summary>How long each answer takes.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>The addresses that do not come through.</summary>
    public Func<string, bool> Loses { get; set; } = _ => false;

    /// <summary>The node at its other end.</summary>
    public SiteProcess Node { get; set; }

    /// <summary>What did not come through because of <see cref="Loses"/>.</summary>
    public IReadOnlyCollection<string> Lost => _lost;

    public static async Task<Line> To(SiteProcess site)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var line = new Line(builder.Build(), site);
        line._here.Run(line.Carry);
        await line._here.StartAsync();
        return line;
    }

    public async ValueTask DisposeAsync()
    {
        await _here.DisposeAsync();
        _client.Dispose();
    }

    private async Task Carry(HttpContext context)
    {
        var address = context.Request.Path + context.Request.QueryString;
        if (Loses(address))
            _lost.Add(address);
        if (IsCut || Loses(address))
        {
            context.Abort();
            return;
        }
        await Task.Delay(Delay, context.RequestAborted);
        using var answer = await _client.SendAsync(Asked(context.Request, new(Node.Address, address)), context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !s_ofTheConnection.Contains(header.Key)))
            context.Response.Headers[name] = values.ToArray();
        if (answer.StatusCode != HttpStatusCode.NotModified) // has no body, and Kestrel breaks the connection off where one is written
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static HttpRequestMessage Asked(HttpRequest request, Uri address)
    {
        var asked = new HttpRequestMessage(new(request.Method), address);
        if (!HttpMethods.IsGet(request.Method))
            asked.Content = new StreamContent(request.Body);
        foreach (var (name, values) in request.Headers)
        {
            if (!asked.Headers.TryAddWithoutValidation(name, values.ToArray()))
                asked.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
        }
        return asked;
    }
}
