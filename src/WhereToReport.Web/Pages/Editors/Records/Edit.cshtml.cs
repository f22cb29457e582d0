using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain.Sources;
using WhereToReport.Postgres.Corrections;
using WhereToReport.Postgres.Editing;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.History;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;
using WhereToReport.Web.Editors;
using WhereToReport.Web.Editors.Records;

namespace WhereToReport.Web.Pages.Editors.Records;

/// <summary>
/// Changes a record, makes a new one, or removes one: first the form, then the difference with the reason, then it is asked for.
/// All that was typed goes along from step to step, so nothing is lost whatever happens meanwhile.
/// </summary>
public sealed class EditModel(
    RecordEditing editing, Postgres.Editing.Proposals proposals, ProposalReading waiting, ChangeLog log, CorrectionDesk corrections, RecordDifference difference, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    /// <summary>Null while the record is new.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    /// <summary>The correction of a visitor that led here.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Correction { get; set; }

    /// <summary>The proposal whose text to go on with.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Proposal { get; set; }

    /// <summary>The version of the record that the editor saw.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>In the second step: the record as it shall be; empty to remove it.</summary>
    [BindProperty]
    public string? Wanted { get; set; }

    /// <summary>How the editor knows that the record is right now; null leaves the last check as it was.</summary>
    [BindProperty]
    public VerificationMethod? Method { get; set; }

    [BindProperty]
    public NoteForm Note { get; set; } = new();

    public RecordForm Form { get; private set; } = null!;

    public bool IsNew => Id is null;

    /// <summary>What stands in the form.</summary>
    public JsonObject Fields { get; private set; } = [];

    /// <summary>The difference to look over; null while the form is shown.</summary>
    public SideBySide? Review { get; private set; }

    public bool Removes { get; private set; }

    public bool NeedsSecondPerson { get; private set; }

    public bool FourEyes => editing.FourEyes;

    /// <summary>What somebody else changed since the editor started; null where nobody did.</summary>
    public SideBySide? Theirs { get; private set; }

    /// <summary>What the editor has otherwise than the record is now.</summary>
    public SideBySide? Mine { get; private set; }

    public CorrectionRow? Corrected { get; private set; }

    public async Task<IActionResult> OnGetAsync(bool remove, CancellationToken cancel)
    {
        if (await Begin(cancel) is not { } current)
            return NotFound();
        Version = current.Version;
        Fields = RecordDifference.Fields(current.Content);
        if (Corrected is { } correction)
            Note = new() { Reason = "A visitor sent a correction.", SourceUrl = correction.SourceUrl };
        if (Proposal is { } proposal && await waiting.Find(proposal, cancel) is { } row && row.Key == current.Key)
            return GoOnWith(row, current);
        return remove && current.Content is not null ? LookOver(current, null) : Page();
    }

    /// <summary>Adds a row to a list of the form, or takes one away.</summary>
    public async Task<IActionResult> OnPostRowsAsync(string? add, string? remove, CancellationToken cancel)
    {
        if (await Begin(cancel) is not { } current)
            return NotFound();
        Fields = Typed(await Started(current, cancel));
        if ((add ?? remove) is { } path)
            RecordShape.Change(Fields, path, add is not null);
        return Page();
    }

    /// <summary>From the form to the difference.</summary>
    public async Task<IActionResult> OnPostCompareAsync(CancellationToken cancel)
    {
        if (await Begin(cancel) is not { } current)
            return NotFound();
        var started = await Started(current, cancel);
        Fields = RecordShape.WithoutEmptyRows(Form.Fields, Typed(started));
        if (Method is { } method)
            Fields["verification"] = Verified(method, started);
        if (!ModelState.IsValid || Parsed() is not { } content)
            return Page();
        if (current.Version != Version)
            return Stale(started, current, content);
        await Check(current, content, cancel);
        return ModelState.IsValid ? LookOver(current, content) : Page();
    }

    /// <summary>From the difference back to the form.</summary>
    public async Task<IActionResult> OnPostBackAsync(CancellationToken cancel)
    {
        if (await Begin(cancel) is not { } current)
            return NotFound();
        Fields = Sent(out var content) ? RecordDifference.Fields(content ?? current.Content) : Fields;
        return Page();
    }

    /// <summary>Asks for the change.</summary>
    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancel)
    {
        if (await Begin(cancel) is not { } current || !Sent(out var content))
            return NotFound();
        var key = IsNew && content is not null ? KeyOf(content) : current.Key;
        var started = await Started(current, cancel);
        if (!ModelState.Holds(new NoteForm.Validator(content is not null && Postgres.Editing.FourEyes.NeedsSecondPerson(key, started, content)), Note, nameof(Note)))
            return LookOver(current with { Key = key, Content = started }, content);

        switch (await proposals.Propose(key, Version, content, Note.By(User.EditorId()), cancel))
        {
            case EditResult.Applied:
                return Redirect(Correction is { } applied ? $"/editors/corrections/{applied}?saved=true" : RecordPath.Of(key) + "?saved=true");
            case EditResult.Proposed proposed:
                return Redirect(Correction is { } asked ? $"/editors/corrections/{asked}?proposed={proposed.Proposal}" : $"/editors/proposals/{proposed.Proposal}?saved=true");
            case EditResult.Stale stale:
                return Stale(started, stale.Current, content);
            case EditResult.Invalid invalid:
                Tell(key, invalid.Problems);
                Fields = RecordDifference.Fields(content ?? current.Content);
                return Page();
            case var other:
                throw new InvalidOperationException($"A change of {key} ended as {other}.");
        }
    }

    private async Task<StoredRecord?> Begin(CancellationToken cancel)
    {
        if (RecordKey.KindNamed(Kind) is not { } kind)
            return null;
        Form = RecordForm.Of(kind);
        Corrected = Correction is { } id ? await corrections.Find(id, cancel) : null;
        if (IsNew)
            return kind == RecordKind.GeneralPlan ? null : new(new(kind, ""), null, 0);
        var current = await editing.Read(new(kind, Id!), cancel);
        return current.Content is null && current.Version == 0 ? null : current;
    }

    // What the editor saw, also when it is something else by now.
    private async Task<RecordContent?> Started(StoredRecord current, CancellationToken cancel) =>
        current.Version == Version ? current.Content : await log.At(current.Key, Version, cancel);

    private JsonObject Typed(RecordContent? started) => new FormReading(Request.Form, ModelState, IsNew).Read(Form.Fields, RecordDifference.Fields(started));

    private JsonObject Verified(VerificationMethod method, RecordContent? started)
    {
        var last = RecordDifference.Fields(started);
        var menu = JsonNode.DeepEquals(last["phones"], Fields["phones"]) ? last["verification"]?["phoneMenu"] : null;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return new() { ["method"] = JsonNamingPolicy.KebabCaseLower.ConvertName(method.ToString()), ["on"] = today.ToString("O"), ["phoneMenu"] = menu?.DeepClone() };
    }

    private RecordContent? Parsed()
    {
        try
        {
            return RecordContent.Parse(Form.Kind, Fields.ToJsonString());
        }
        catch (JsonException misfit)
        {
            ModelState.AddModelError(FormReading.Prefix + misfit.Path?.TrimStart('$'), "This value cannot stand here.");
            return null;
        }
    }

    // False where the text of the second step is no record: somebody else than our page made it.
    private bool Sent(out RecordContent? content)
    {
        content = null;
        try
        {
            content = string.IsNullOrEmpty(Wanted) ? null : RecordContent.Parse(Form.Kind, Wanted);
            return content is not null || !IsNew;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private async Task Check(StoredRecord current, RecordContent content, CancellationToken cancel)
    {
        var key = IsNew ? KeyOf(content) : current.Key;
        if (IsNew && (await editing.Read(key, cancel)).Content is not null)
            ModelState.AddModelError($"{FormReading.Prefix}.{Form.Fields[0].Name}", "There is such a record already.");
        else if (content == current.Content)
            ModelState.AddModelError("", "Nothing is changed yet.");
        else if (key.HasVerification && Method is null && Postgres.Editing.FourEyes.NeedsSecondPerson(key, current.Content, content))
            ModelState.AddModelError(nameof(Method), "Visitors will be sent there: say how you checked that it is right.");
        Tell(key, await editing.ProblemsWith(key, content, cancel));
    }

    private RecordKey KeyOf(RecordContent content) => RecordKey.Of(Form.Kind, content);

    // Beside the field where the form has it; a problem of another record stands above the form.
    private void Tell(RecordKey key, IEnumerable<DataProblem> problems)
    {
        foreach (var problem in problems)
        {
            var own = problem.Field.Length > 0 && Same(problem.Record, key.Id);
            ModelState.AddModelError(
                own ? $"{FormReading.Prefix}.{problem.Field}" : $"{FormReading.Prefix}:{problem.Record}.{problem.Field}",
                own ? $"Needed here: {problem.Allowed}." : $"{problem.Record}, {problem.Field}: found {problem.Found}; needed: {problem.Allowed}.");
        }
    }

    private static bool Same(string record, string id) => record.Replace(' ', '-') == id.Replace('/', '-') || record == id;

    private PageResult LookOver(StoredRecord current, RecordContent? content)
    {
        Removes = content is null;
        Wanted = content?.Json;
        NeedsSecondPerson = Postgres.Editing.FourEyes.NeedsSecondPerson(current.Key, current.Content, content);
        Review = difference.Of(Form.Kind, current.Content, content);
        return Page();
    }

    private PageResult GoOnWith(ProposalRow row, StoredRecord current)
    {
        Note = new() { Reason = row.Reason, SourceUrl = row.SourceUrl };
        var before = row.Before is { } was ? RecordContent.Parse(row.RecordKind, was) : null;
        var after = row.After is { } wanted ? RecordContent.Parse(row.RecordKind, wanted) : null;
        return Stale(before, current, after);
    }

    private PageResult Stale(RecordContent? started, StoredRecord current, RecordContent? mine)
    {
        ModelState.Remove(nameof(Version));
        Version = current.Version;
        if (started != current.Content)
            Theirs = difference.Of(Form.Kind, started, current.Content, "What you started from", "What it is now");
        Mine = difference.Of(Form.Kind, current.Content, mine, "What it is now", "What you want");
        if (mine is null)
            return LookOver(current, null);
        Fields = RecordMerge.Of(started, current.Content, mine);
        return Page();
    }
}
