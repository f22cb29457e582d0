using System.Text.Json.Nodes;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain;
using WhereToReport.Domain.Sources;
using WhereToReport.Postgres.Editing;
using WhereToReport.Postgres.History;
using WhereToReport.Postgres.Schema;
using WhereToReport.Web.Editors;
using WhereToReport.Web.Editors.Records;

namespace WhereToReport.Web.Pages.Editors.Records;

/// <summary>A record in full, with what waits for it and its last changes; checking it takes a minute here.</summary>
public sealed class RecordModel(RecordEditing editing, ProposalReading waiting, ChangeLog log, EditorNames names, TimeProvider time) : PageModel
{
    private const int LastChanges = 5;

    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty]
    public CheckForm Check { get; set; } = new();

    public StoredRecord Record { get; private set; } = null!;

    public RecordForm Form { get; private set; } = null!;

    public JsonObject Fields { get; private set; } = [];

    public EditorNames Names => names;

    /// <summary>Where to look whether it is still right: the numbers to call, and the official pages.</summary>
    public IReadOnlyList<CheckWay> Ways { get; private set; } = [];

    public IReadOnlyList<ProposalRow> Waiting { get; private set; } = [];

    public IReadOnlyList<RecordChangeRow> Changes { get; private set; } = [];

    /// <summary>What was just done, in a sentence.</summary>
    public string? Done { get; private set; }

    /// <summary>The record was changed between reading the page and checking.</summary>
    public bool ChangedMeanwhile { get; private set; }

    public async Task<IActionResult> OnGetAsync(bool saved, bool @checked, CancellationToken cancel)
    {
        if (await Read(cancel) is { } missing)
            return missing;
        Done = saved ? "Saved. The public sees it within seconds." : @checked ? "Thank you. The check is noted." : null;
        var menu = Fields["verification"]?["phoneMenu"];
        Check = new()
        {
            Version = Record.Version,
            On = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
            PhoneMenu = menu is JsonObject both ? (string?)both["en"] : (string?)menu,
            PhoneMenuSpanish = (string?)(menu as JsonObject)?["es"],
        };
        return Page();
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancel)
    {
        if (await Read(cancel) is { } missing)
            return missing;
        if (!Record.Key.HasVerification || Record.Content is null)
            return NotFound();
        if (!ModelState.Holds(new CheckForm.Validator(), Check, nameof(Check)))
            return Page();
        switch (await editing.Check(Record.Key, Check.Version, Check.Verification(), User.EditorId(), cancel))
        {
            case EditResult.Applied:
                return Redirect(RecordPath.Of(Record.Key) + "?checked=true");
            case EditResult.Stale:
                ModelState.Clear();
                Check.Version = Record.Version;
                ChangedMeanwhile = true;
                return Page();
            case EditResult.Invalid { Problems: var problems }:
                foreach (var problem in problems)
                    ModelState.AddModelError(problem.Field == "verification.on" ? "Check.On" : problem.Field.StartsWith("verification.phoneMenu", StringComparison.Ordinal) ? "Check.PhoneMenu" : "", $"Needed here: {problem.Allowed}.");
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult?> Read(CancellationToken cancel)
    {
        if (RecordPath.Key(Kind, Id) is not { } key)
            return NotFound();
        Record = await editing.Read(key, cancel);
        if (Record is { Content: null, Version: 0 })
            return NotFound();
        Form = RecordForm.Of(key.Kind);
        Fields = RecordDifference.Fields(Record.Content);
        Ways = CheckWay.Of(Fields);
        Waiting = await waiting.OpenFor(key, cancel);
        Changes = await log.Read(new() { Kind = key.Kind, RecordId = key.Id, Most = LastChanges }, cancel);
        await names.Load(cancel);
        return null;
    }

    /// <summary>How a record was checked.</summary>
    public sealed class CheckForm
    {
        /// <summary>The version of the record that the editor saw.</summary>
        public long Version { get; set; }
        public VerificationMethod? Method { get; set; }
        public DateOnly? On { get; set; }

        /// <summary>What the phone menu says, such as "press 2".</summary>
        public string? PhoneMenu { get; set; }
        public string? PhoneMenuSpanish { get; set; }

        internal Verification Verification() => new(
            Method!.Value, On!.Value, string.IsNullOrWhiteSpace(PhoneMenu) ? null : new Bilingual(PhoneMenu.Trim(), string.IsNullOrWhiteSpace(PhoneMenuSpanish) ? null : PhoneMenuSpanish.Trim()));

        internal sealed class Validator : AbstractValidator<CheckForm>
        {
            public Validator()
            {
                RuleFor(form => form.Method).Must(method => method is not null and not VerificationMethod.ReadArchivedCopy && Enum.IsDefined(method.Value)).WithMessage("Choose how you checked it.");
                RuleFor(form => form.On).NotNull().WithMessage("Type the day of the check.");
                RuleFor(form => form.PhoneMenu).NotEmpty().When(form => !string.IsNullOrWhiteSpace(form.PhoneMenuSpanish)).WithMessage("Type it in English too.");
            }
        }
    }
}
