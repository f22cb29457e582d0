using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using WhereToReport.Testing;
using WhereToReport.Web.Tests.Editors;
using WhereToReport.Web.Tests.Pages.Corrections;

namespace WhereToReport.Web.Tests.Telemetry;

public sealed partial class TelemetryTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Collector _collector = null!;
    private SiteProcess _site = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Filled();
        _collector = await Collector.Start();
        _site = await SiteProcess.Start(_database.ConnectionString, settings: new Dictionary<string, string>(_collector.Settings) { ["Directory__RefreshEvery"] = "00:00:00.200" });
        await _site.UntilCorrectionsAreTaken();
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _collector.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task What_is_collected_says_how_the_site_works()
    {
        foreach (var path in new[] { "/find?q=94043", "/find?q=springfield", "/find?q=qxqxqxqxqx", "/us/ca", "/us/tx/travis-county", "/api/v1/answer?place=94043" })
            await _site.Http.GetAsync(path);

        await UntilMetric("where_to_report.answers", ["for=choice:1", "for=county:3", "for=state:1"]);
        await UntilMetric("where_to_report.search.misses", ["offered=nothing:1"]);
        await UntilMetric("where_to_report.snapshot.source", ["source=bundled:0", "source=file:0", "source=postgres:1"]);
        await UntilMetric("where_to_report.snapshot.revision", [":1"]);
        await UntilMetric("where_to_report.database.up", [":1"]);
        await UntilMetric("where_to_report.corrections.received", [":1"]);
        await UntilMetric("where_to_report.corrections.open", [":1"]);
        await UntilMetric("where_to_report.links.broken", [":0"]);
        Assert.InRange(_collector.Metric("where_to_report.snapshot.age").Single().Value, 0, 60);

        await Eventually.Happens(() => _collector.Spans.Any(span => span.Name == "GET /find") || _collector.Spans.Any(span => span.Name == "GET find"));
        await Eventually.Happens(() => _collector.Spans.Any(span => span.Name == "search for similar places"));
        await Eventually.Happens(() => _collector.Logs.Any(line => line.StartsWith("Serving the directory", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_answer_that_is_kept_counts_as_often_as_it_is_sent()
    {
        for (var i = 0; i < 5; i++)
        {
            foreach (var path in new[] { "/find?q=94043", "/us/ca", "/us" })
                await _site.Http.GetAsync(path);
        }
        await UntilMetric("where_to_report.answers", ["for=country:5", "for=county:5", "for=state:5"]);
        await Eventually.Happens(() => _collector.Routes.Contains("find"), otherwise: () => string.Join(' ', _collector.Routes));
        Assert.DoesNotContain(null, _collector.Routes);
    }

    [Fact]
    public async Task Nothing_of_a_visitor_is_collected_or_logged()
    {
        var visitor = new DeskVisitor(_site.Http);
        await visitor.Page("/editors/sign-in");
        await visitor.Get("/editors/invite/Verysecrettoken");
        await visitor.SignInByPassword("Verysecretpassword", "secret@example.org");
        foreach (var path in new[] { "/find?q=Secretville", "/find?q=94043&situation=sextortion", "/es/find?q=Villasecreta", "/api/v1/answer?place=Secretplace", "/us/ca/santa-clara-county/sextortion", "/nowhere/secretpath", "/health/ready?secret=Verysecret" })
            await Ask(path);
        var receipt = await _site.SendAndGetReceipt(new(CorrectionRequests.Filled("Secretwords")) { ["email"] = "secret2@example.org" });
        await Ask(receipt);
        foreach (var (latitude, longitude) in new[] { ("37.39", "-122.08"), ("39.12", "-94.61"), ("51.51", "-10.12"), ("37.3861", "not a number") })
            await _site.Http.PostAsync("/nearby", new FormUrlEncodedContent([new("latitude", latitude), new("longitude", longitude), new("situation", "sextortion")]));
        await _site.Http.PostAsync("/corrections/new", new StringContent("text=%zz&key=notaguid", null, "application/x-www-form-urlencoded"));

        var misses = _collector.Metric("where_to_report.search.misses").Sum(point => point.Value);
        await Eventually.Happens(() => _collector.Metric("where_to_report.search.misses").Sum(point => point.Value) >= Math.Max(misses, 3));
        await Eventually.Happens(() => _collector.Spans.Any(span => span.Name.Contains("corrections/{receipt}", StringComparison.Ordinal)));
        await Eventually.Happens(() => _collector.Spans.Count(span => span.Name == "search for topics") >= 3);
        await Eventually.Happens(() => _collector.Spans.Count(span => span.Name.Contains("nearby", StringComparison.Ordinal)) >= 4);
        await Eventually.Happens(() => _collector.HasReceived("/v1/logs"));
        Assert.Empty(_site.Marks.Found(_collector.Everything));
        Assert.DoesNotContain("santa-clara", _collector.Everything);
        Assert.DoesNotContain("secretpath", _collector.Everything);
        Assert.Superset(
            _collector.Spans.SelectMany(span => span.Attributes).ToHashSet(),
            new HashSet<string> { "http.request.method", "http.response.status_code", "http.route", "network.protocol.version", "error.type" });
        _site.Marks.AssertNotIn(_site.Output);
    }

    [Fact]
    public async Task The_console_holds_one_line_of_JSON_an_event_and_of_a_fault_its_kind_and_place_alone()
    {
        await _database.Execute("alter table correction rename to gone");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _site.Send(CorrectionRequests.Filled("Secretwords"))).StatusCode);
        await _database.Execute("alter table desk.editor rename to gone");
        await new DeskVisitor(_site.Http).SignInByPassword("Verysecretpassword", "secret@example.org");

        await Eventually.Happens(() => _site.Output.Contains("\"faults\"", StringComparison.Ordinal));
        var events = _site.Output.Split('\n').Select(line => JsonElement.Parse(line)).ToArray();
        Assert.All(events, one => Assert.NotEmpty(one.GetProperty("message").GetString()!));
        Assert.Contains(events, one => one.GetProperty("level").GetString() == "warning" && one.GetProperty("fields").GetProperty("Reason").GetString() == "42P01");
        var fault = events.Last(one => one.TryGetProperty("faults", out _)).GetProperty("faults").EnumerateArray().Last();
        Assert.Equal("Npgsql.PostgresException", fault.GetProperty("type").GetString());
        Assert.StartsWith("at ", fault.GetProperty("at")[0].GetString());
        Assert.DoesNotContain("does not exist", _site.Output);
    }

    [Fact]
    public async Task The_dashboard_shows_what_is_collected()
    {
        await _site.Http.GetAsync("/find?q=Zzyzxville");
        await _site.Http.GetAsync("/find?q=94043");
        var dashboard = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "observability", "grafana-dashboard.json"));
        var panels = JsonElement.Parse(dashboard).GetProperty("panels").EnumerateArray().Where(panel => panel.TryGetProperty("targets", out _)).ToArray();
        Assert.True(panels.Length > 10);
        var names = panels.SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .SelectMany(target => MetricName().Matches(target.GetProperty("expr").GetString()!)).Select(match => match.Value).ToHashSet();
        Assert.True(names.Count > 15);
        await Eventually.Happens(() => names.IsSubsetOf(_collector.PrometheusNames), otherwise: () => $"Never sent: {string.Join(", ", names.Except(_collector.PrometheusNames))}. Sent: {string.Join(", ", _collector.PrometheusNames.Order())}");
    }

    private async Task Ask(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path)
        {
            Headers =
            {
                { "User-Agent", "Secretbrowser/1.0" },
                { "Cookie", "tracker=Secretcookie" },
                { "X-Forwarded-For", "198.51.100.77" },
                { "Referer", "https://secret.example/page" },
                { "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" },
                { "tracestate", "vendor=secretstate" },
                { "baggage", "who=Secretbaggage" },
            },
        };
        await _site.Http.SendAsync(request);
    }

    private Task UntilMetric(string name, string[] points) => Eventually.Happens(
        () => points.SequenceEqual(Points(name)),
        otherwise: () => $"{name}: {string.Join(' ', Points(name))} instead of {string.Join(' ', points)}");

    private IEnumerable<string> Points(string name) => _collector.Metric(name).Select(point => FormattableString.Invariant($"{point.Attributes}:{point.Value}")).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\b(?:where_to_report|http_server|kestrel|db_client|dotnet)_[a-z_]+")]
    private static partial Regex MetricName();
}
