using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Telemetry;

/// <summary>
/// What operators can watch. The console gets the logs as JSON. Traces, metrics and logs go to an OpenTelemetry collector
/// where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one, and nowhere else. None of it holds anything of a visitor: no
/// internet address, no browser, no cookie, nothing that was typed, and not the address of the page that was read.
/// </summary>
public static class TelemetryServices
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Logging.AddConsoleFormatter<PlainJson, PlainJsonOptions>();
        builder.Services.AddSingleton<DirectoryMeter>();
        if (string.IsNullOrEmpty(builder.Configuration[Endpoint]))
            return;
        builder.Services.AddSingleton<Backlog>();
        builder.Services.AddHostedService<BacklogWatch>();
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("where-to-report", serviceVersion: Edition.Build))
            .WithTracing(AddTraces)
            .WithMetrics(AddMetrics)
            .WithLogging(logging => logging.AddProcessor(new PlainLogs()), options => options.IncludeFormattedMessage = true)
            .UseOtlpExporter();
    }

    // Those of health checks would drown all others.
    private static void AddTraces(TracerProviderBuilder traces) => traces
        .AddSource(Spans.Source.Name)
        .AddAspNetCoreInstrumentation(requests => requests.Filter = context => !context.Request.Path.StartsWithSegments("/health"))
        .AddProcessor(new PlainSpans());

    private static void AddMetrics(MeterProviderBuilder metrics) => metrics
        .AddMeter(DirectoryMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "Npgsql", "System.Runtime")
        .AddView("kestrel.*", new MetricStreamConfiguration { TagKeys = ["network.protocol.name", "network.protocol.version", "error.type"] })
        .AddView("http.server.*", new MetricStreamConfiguration { TagKeys = ["http.request.method", "http.response.status_code", "http.route", "error.type"] });
}
