using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Postgres.Editing;
using WhereToReport.Postgres.History;
using WhereToReport.Postgres.Schema;
using WhereToReport.Web.Editors;
using WhereToReport.Web.Editors.Records;

namespace WhereToReport.Web.Pages.Editors.History;

/// <summary>One change in full; here an editor takes it back, as a new change.</summary>
public sealed class ChangeModel(ChangeLog log, RecordEditing editing, Postgres.Editing.Proposals proposals, RecordDifference difference, EditorNames names) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>The version of the record that the editor saw.</summary>
    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public NoteForm Note { get; set; } = new();

    public RecordChangeRow Change { get; private set; } = null!;

    public SideBySide Difference { get; private set; } = null!;

    /// <summary>What taking it back would do to the record as it is now.</summary>
    public SideBySide Back { get; private set; } = null!;

    public bool NeedsSecondPerson { get; private set; }

    public bool FourEyes => editing.FourEyes;

    public EditorNames Names => names;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Read(cancel) is not { } current)
            return NotFound();
        Version = current.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Read(cancel) is not { } current)
            return NotFound();
        if (!ModelState.Holds(new NoteForm.Validator(NeedsSecondPerson), Note, nameof(Note)))
            return Page();
        switch (await proposals.Revert(Id, Version, Note.By(User.EditorId()), cancel))
        {
            case EditResult.Applied:
                return Redirect(RecordPath.Of(Change.Key) + "?saved=true");
            case EditResult.Proposed proposed:
                return Redirect($"/editors/proposals/{proposed.Proposal}?saved=true");
            case EditResult.Stale:
                ModelState.Clear();
                Version = current.Version;
                ModelState.AddModelError("", "The record was changed meanwhile. Look at it again; if you still want to take this back, send it once more.");
                return Page();
            case EditResult.Invalid { Problems: var problems }:
                ModelState.AddModelError("", "It cannot be taken back: " + string.Join(" ", problems.Select(problem => $"{problem.Field}: found {problem.Found}; needed: {problem.Allowed}.")));
                return Page();
            case var other:
                throw new InvalidOperationException($"Taking back change {Id} ended as {other}.");
        }
    }

    private async Task<StoredRecord?> Read(CancellationToken cancel)
    {
        if (await log.Find(Id, cancel) is not { } change)
            return null;
        Change = change;
        Difference = difference.Of(change.RecordKind, change.Before, change.After);
        var current = await editing.Read(change.Key, cancel);
        var before = RecordDifference.Content(change.RecordKind, change.Before);
        Back = difference.Of(change.RecordKind, current.Content, before, "What it is now", "What it would be again");
        NeedsSecondPerson = Postgres.Editing.FourEyes.NeedsSecondPerson(change.Key, current.Content, before);
        await names.Load(cancel);
        return current;
    }
}
