using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Postgres.History;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;
using WhereToReport.Web.Editors.Records;

namespace WhereToReport.Web.Pages.Editors.History;

/// <summary>Every change of every record, the newest first.</summary>
public sealed class IndexModel(ChangeLog log, EditorNames names) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Editor { get; set; }

    [BindProperty(SupportsGet = true)]
    public ChangeOrigin? Origin { get; set; }

    /// <summary>Only changes older than this one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<RecordChangeRow> Changes { get; private set; } = [];

    public bool HasMore { get; private set; }

    public EditorNames Names => names;

    public static IEnumerable<Option> Kinds => Enum.GetValues<RecordKind>().Select(kind => new Option(new RecordKey(kind, "").KindName, RecordForm.Of(kind).Plural));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var changes = await log.Read(
            new() { Kind = RecordKey.KindNamed(Kind), RecordId = Id, Editor = Editor, Origin = Origin, Before = Before, Most = PageSize + 1 }, cancel);
        HasMore = changes.Count > PageSize;
        Changes = [.. changes.Take(PageSize)];
        await names.Load(cancel);
    }
}
