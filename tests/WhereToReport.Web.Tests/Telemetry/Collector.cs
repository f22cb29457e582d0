using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace WhereToReport.Web.Tests.Telemetry;

/// <summary>A point of a metric: its attributes as <c>name=value</c>, and its value.</summary>
internal sealed record Point(string Attributes, double Value);

/// <summary>An OpenTelemetry collector (OTLP over HTTP) that keeps what it is sent.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();

    private Collector(WebApplication app) => _app = app;

    /// <summary>Settings that make a site send everything here soon.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _app.Urls.Single(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "300",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "200",
    };

    public static async Task<Collector> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var collector = new Collector(builder.Build());
        collector._app.Run(collector.Keep);
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>All that was received, as text; what is no text is unreadable in it.</summary>
    public string Everything => string.Join('\n', _received.Select(sent => Encoding.UTF8.GetString(sent.Body)));

    public bool HasReceived(string path) => _received.Any(sent => sent.Path == path);

    /// <summary>Names of spans, and names of their attributes.</summary>
    public IReadOnlyList<(string Name, string[] Attributes)> Spans =>
        [.. Messages("/v1/traces").SelectMany(message => message.All(1, 2, 2)).Select(span => (span.Text(5), span.All(9).Select(attribute => attribute.Text(1)).ToArray()))];

    /// <summary>The bodies of log records.</summary>
    public IReadOnlyList<string> Logs => [.. Messages("/v1/logs").SelectMany(message => message.All(1, 2, 2, 5)).Select(body => body.Text(1))];

    /// <summary>The newest points of a metric; empty where it was never sent.</summary>
    public IReadOnlyList<Point> Metric(string name) => Metrics.LastOrDefault(metric => metric.Text(1) == name) is { } metric
        ? [.. metric.All(5, 1).Concat(metric.All(7, 1)).Select(Read)]
        : [];

    /// <summary>The page (<c>http.route</c>) of each newest point of how long requests took; null where a point names none.</summary>
    public IReadOnlyList<string?> Routes => Metrics.LastOrDefault(metric => metric.Text(1) == "http.server.request.duration") is { } durations
        ? [.. durations.All(9, 1).Select(point => point.All(9).FirstOrDefault(attribute => attribute.Text(1) == "http.route")?.All(2).Single().Text(1))]
        : [];

    /// <summary>The names of all metrics as Prometheus has them.</summary>
    public IReadOnlySet<string> PrometheusNames => Metrics.SelectMany(NamesOf).ToHashSet();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private IEnumerable<Protobuf> Metrics => Messages("/v1/metrics").SelectMany(message => message.All(1, 2, 2));

    private IEnumerable<Protobuf> Messages(string path) => _received.Where(sent => sent.Path == path).Select(sent => new Protobuf(sent.Body));

    // A value is a double (4) or a whole number (6); the text of an attribute's value stands in its field 1.
    private static Point Read(Protobuf point) => new(
        string.Join(',', point.All(7).Select(attribute => $"{attribute.Text(1)}={attribute.All(2).Single().Text(1)}").Order()),
        point.Has(4) ? point.Double(4) : point.Whole(6));

    // As collectors do: dots become underscores, the unit and "total" come at the end, a unit in braces is no unit.
    private static IEnumerable<string> NamesOf(Protobuf metric)
    {
        var unit = metric.Text(3) switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        var name = metric.Text(1).Replace('.', '_') + unit;
        if (metric.Has(9))
            return [name + "_bucket", name + "_count", name + "_sum"];
        return metric.All(7).Any(sum => sum.Has(3) && sum.Whole(3) == 1) ? [name + "_total"] : [name];
    }

    private async Task Keep(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _received.Enqueue((context.Request.Path, body.ToArray()));
    }
}
