using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace WhereToReport.Benchmarks.Load;

/// <summary>The fastest that .NET's server can be asked to be: it writes the same bytes from memory and does nothing else.</summary>
internal sealed class BareKestrel : IAsyncDisposable
{
    /// <summary>The first argument of this program that makes it such a server.</summary>
    public const string Command = "bare-kestrel";

    private readonly Process _process;

    private BareKestrel(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts it in a process of its own.</summary>
    public static async Task<BareKestrel> Start(ServedFiles files)
    {
        var port = FreePort.Next();
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Command, files.Folder, $"{port}"]) { RedirectStandardOutput = true })!;
        await FreePort.UntilAnswers(port);
        return new(process, new($"http://127.0.0.1:{port}"));
    }

    /// <summary>Serves until it is killed.</summary>
    public static async Task Serve(string folder, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}").ConfigureKestrel(server => server.AddServerHeader = false);
        var app = builder.Build();
        var bodies = ServedFiles.Read(folder);
        app.Run(async context =>
        {
            var file = bodies[context.Request.Path.Value!];
            var response = context.Response;
            response.ContentType = file.Type;
            if (file.Coding is not null)
                response.Headers.ContentEncoding = file.Coding;
            response.ContentLength = file.Body.Length;
            await response.Body.WriteAsync(file.Body);
        });
        await app.RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
