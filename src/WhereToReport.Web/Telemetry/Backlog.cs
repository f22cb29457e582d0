using System.Diagnostics.Metrics;
using WhereToReport.Domain.Links;
using WhereToReport.Postgres.Corrections;
using WhereToReport.Postgres.Links;

namespace WhereToReport.Web.Telemetry;

/// <summary>What waits for the editors, as it was last read from the database. What was not read lately is not reported.</summary>
internal sealed class Backlog
{
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(5);

    private readonly TimeProvider _time;
    private volatile Reading? _last;

    public Backlog(DirectoryMeter directory, TimeProvider time)
    {
        _time = time;
        var meter = directory.Meter;
        Gauge(meter, "where_to_report.corrections.open", "{correction}", "Corrections that wait for an editor; what looks like spam is not counted.", now => now.Corrections.Open);
        Gauge(meter, "where_to_report.corrections.oldest", "s", "How long the oldest of them has been waiting.", now => (now.Corrections.Oldest is { } oldest ? now.At - oldest : TimeSpan.Zero).TotalSeconds);
        Gauge(meter, "where_to_report.links.broken", "{link}", "Links that failed repeatedly and for days.", now => now.Links.Broken);
        Gauge(meter, "where_to_report.links.due", "{link}", "Links whose check is due.", now => now.Links.Due);
        Gauge(meter, "where_to_report.links.unchecked", "{link}", "Links never checked yet.", now => now.Links.Unchecked);
        meter.CreateObservableGauge("where_to_report.links.checked", Outcomes, "{link}", "Links by what the last check found.");
    }

    private sealed record Reading(CorrectionQueue Corrections, LinkCounts Links, DateTimeOffset At);

    public void Note(CorrectionQueue corrections, LinkCounts links) => _last = new(corrections, links, _time.GetUtcNow());

    private Reading? Now => _last is { } last && _time.GetUtcNow() - last.At < s_fresh ? last : null;

    private void Gauge(Meter meter, string name, string unit, string description, Func<Reading, double> value) =>
        meter.CreateObservableGauge(name, () => Now is { } now ? [new Measurement<double>(value(now))] : Enumerable.Empty<Measurement<double>>(), unit, description);

    private IEnumerable<Measurement<int>> Outcomes() => Now is { } now
        ? Enum.GetValues<LinkOutcome>().Select(outcome => new Measurement<int>(now.Links.ByOutcome.GetValueOrDefault(outcome), new KeyValuePair<string, object?>("outcome", outcome.ToString())))
        : [];
}
