using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain;
using WhereToReport.Domain.Checks;
using WhereToReport.Postgres.Records;
using WhereToReport.Web.Editors.Records;

namespace WhereToReport.Web.Pages.Editors.Records;

/// <summary>All records, to search and to filter.</summary>
public sealed class IndexModel(RecordIndex index, DirectorySnapshot directory, TimeProvider time) : PageModel
{
    private const int MostShown = 200;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>A USPS code.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    /// <summary>Only what is due for a check, the most doubtful first.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Due { get; set; }

    public IReadOnlyList<RecordEntry> Found { get; private set; } = [];

    /// <summary>How many there are in all.</summary>
    public int Count { get; private set; }

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public IReadOnlyDictionary<RecordKey, DueCheck> Checks { get; private set; } = new Dictionary<RecordKey, DueCheck>();

    public void OnGet()
    {
        var checks = CheckSchedule.Of(directory.Facts);
        Checks = checks.ToDictionary(check => RecordPath.Named(check.Kind, check.Id));
        var order = Due ? checks.Where(check => check.IsDue(Today)).Index().ToDictionary(check => RecordPath.Named(check.Item.Kind, check.Item.Id), check => check.Index) : null;
        var found = index.All().Where(entry => Matches(entry) && (order is null || order.ContainsKey(entry.Key)));
        RecordEntry[] all = [.. order is null ? found : found.OrderBy(entry => order[entry.Key])];
        Count = all.Length;
        Found = [.. all.Take(MostShown)];
    }

    private bool Matches(RecordEntry entry) =>
        (string.IsNullOrEmpty(Kind) || entry.Key.KindName == Kind)
        && (string.IsNullOrEmpty(State) || entry.States.Contains(State.ToUpperInvariant()))
        && (Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
            entry.Name.Contains(word, StringComparison.OrdinalIgnoreCase) || entry.Key.Id.Contains(word, StringComparison.OrdinalIgnoreCase) || entry.States.Contains(word.ToUpperInvariant()));
}
