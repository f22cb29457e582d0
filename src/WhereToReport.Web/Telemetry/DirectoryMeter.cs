using System.Diagnostics.Metrics;
using WhereToReport.Domain.Places;
using WhereToReport.Postgres.Snapshots;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Telemetry;

/// <summary>
/// The site's own metrics. What visitors do is counted by its kind alone: how many questions were answered for a county,
/// never for which.
/// </summary>
public sealed class DirectoryMeter
{
    public const string Name = "WhereToReport";

    private readonly Counter<long> _answers;
    private readonly Counter<long> _misses;
    private readonly Counter<long> _corrections;

    private readonly IHttpContextAccessor _requests;

    public DirectoryMeter(IMeterFactory meters, CurrentDirectory current, IHttpContextAccessor requests)
    {
        _requests = requests;
        Meter = meters.Create(Name);
        _answers = Meter.CreateCounter<long>("where_to_report.answers", "{answer}", "Questions answered, by what the answer was for.");
        _misses = Meter.CreateCounter<long>("where_to_report.search.misses", "{question}", "Questions that led to no place, by what was offered instead.");
        _corrections = Meter.CreateCounter<long>("where_to_report.corrections.received", "{correction}", "Corrections taken from the public.");
        Meter.CreateObservableGauge("where_to_report.snapshot.age", () => current.Age.TotalSeconds, "s", "Time since the snapshot was known to be the newest state.");
        Meter.CreateObservableGauge("where_to_report.snapshot.revision", () => current.Snapshot.Revision, "{revision}", "The revision that is served; 0 for the bundled files.");
        Meter.CreateObservableGauge("where_to_report.snapshot.source", () => Sources(current.Loaded.Origin), "{source}", "1 for where the snapshot came from, 0 for the others.");
        Meter.CreateObservableGauge("where_to_report.database.up", () => current.DatabaseAnswers ? 1 : 0, "{database}", "1 while the last contact with the database succeeded.");
    }

    /// <summary>For the gauges that exist only where somebody collects them.</summary>
    internal Meter Meter { get; }

    /// <summary>Counts an answer for a place.</summary>
    public void Answered(Place place) => Note(place switch
    {
        County => CountedAnswer.County,
        State => CountedAnswer.State,
        _ => CountedAnswer.Country,
    });

    /// <summary>Counts a question that several places can be meant by.</summary>
    public void AskedBack() => Note(CountedAnswer.Choice);

    /// <summary>Counts an answer.</summary>
    internal void Count(CountedAnswer answer) => _answers.Add(1, new KeyValuePair<string, object?>("for", answer.For));

    /// <summary>Counts a question that led to no place.</summary>
    public void Missed(string offered) => _misses.Add(1, new KeyValuePair<string, object?>("offered", offered));

    public void CorrectionReceived() => _corrections.Add(1);

    // A page that is kept counts as the same each time it is sent again.
    private void Note(CountedAnswer answer)
    {
        Count(answer);
        _requests.HttpContext?.Features.Set(answer);
    }

    private static IEnumerable<Measurement<int>> Sources(SnapshotOrigin now) =>
        Enum.GetValues<SnapshotOrigin>().Select(origin => new Measurement<int>(origin == now ? 1 : 0, new KeyValuePair<string, object?>("source", Health.Name(origin))));
}
