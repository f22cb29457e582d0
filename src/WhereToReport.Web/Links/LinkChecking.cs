using Microsoft.Extensions.Options;
using WhereToReport.Postgres.Links;

namespace WhereToReport.Web.Links;

public static partial class LinkChecking
{
    /// <summary>What is known of the directory's links, and (in production, or where asked for) the service that checks them.</summary>
    public static void AddLinkChecking(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LinkReport>();
        builder.Services.AddSingleton<LinkChecks>();

        var settings = builder.Configuration.GetSection("LinkCheck");
        if (!(settings.Get<LinkCheckOptions>()?.Enabled ?? builder.Environment.IsProduction()))
            return;
        // Without an address to name, the hosts could not tell who asks.
        if (builder.Configuration["Site:Address"]?.TrimEnd('/') is not { } site || !Uri.TryCreate(site, UriKind.Absolute, out _))
        {
            builder.Services.AddHostedService<MissingAddress>();
            return;
        }
        builder.Services.Configure<LinkCheckOptions>(settings);
        builder.Services.AddSingleton(services =>
        {
            var options = services.GetRequiredService<IOptions<LinkCheckOptions>>().Value;
            var handler = OutsideConnections.Handler(OutsideConnections.Resolve, end => options.AllowPrivateAddresses || OutsideConnections.IsOutside(end));
            return LinkProbe.For(options, site, services.GetRequiredService<TimeProvider>(), handler);
        });
        builder.Services.AddHostedService<LinkChecker>();
    }

    /// <summary>Says at the start why links are not checked.</summary>
    private sealed partial class MissingAddress(ILogger<LinkChecker> log) : IHostedService
    {
        public Task StartAsync(CancellationToken cancel)
        {
            NotChecked();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;

        [LoggerMessage(LogLevel.Information, "Links are not checked: set Site:Address, which is told to the hosts asked, or LinkCheck:Enabled to false.")]
        private partial void NotChecked();
    }
}
