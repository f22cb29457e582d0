using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Postgres.Editing;
using WhereToReport.Postgres.Editors;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;
using WhereToReport.Web.Editors;
using WhereToReport.Web.Editors.Records;

namespace WhereToReport.Web.Pages.Editors.Proposals;

/// <summary>A change that waits for a second person: approvers decide on those of others, proposers may withdraw their own.</summary>
public sealed class ProposalModel(Postgres.Editing.Proposals proposals, ProposalReading reading, RecordEditing editing, RecordDifference difference, EditorNames names) : PageModel
{
    private const int LongestWord = 2000;

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>A word to the proposer.</summary>
    [BindProperty]
    public string? Word { get; set; }

    public ProposalRow Proposal { get; private set; } = null!;

    public EditorNames Names => names;

    /// <summary>What would change.</summary>
    public SideBySide Change { get; private set; } = null!;

    /// <summary>What somebody else changed since it was proposed; null where nobody did.</summary>
    public SideBySide? Meanwhile { get; private set; }

    public string? Done { get; private set; }

    public bool IsOpen => Proposal.State == ProposalState.Open;

    public bool IsOwn => Proposal.Editor == User.EditorId();

    public bool MayDecide => IsOpen && !IsOwn && User.MayAs(EditorRole.Approver);

    public async Task<IActionResult> OnGetAsync(bool saved, CancellationToken cancel)
    {
        Done = saved ? "Proposed. It waits for a second person." : null;
        return await Show(cancel);
    }

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken cancel) => AsApprover(() => proposals.Accept(Id, User.EditorId(), Said, cancel), cancel);

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken cancel)
    {
        if (!User.MayAs(EditorRole.Approver))
            return StatusCode(StatusCodes.Status403Forbidden);
        if (Said is not null)
            return await AsApprover(() => proposals.Decline(Id, User.EditorId(), Said, cancel), cancel);
        ModelState.AddModelError(nameof(Word), "Say to the proposer why.");
        return await Show(cancel);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel) => await After(await proposals.Withdraw(Id, User.EditorId(), cancel), cancel);

    private string? Said => string.IsNullOrWhiteSpace(Word) ? null : Word.Trim();

    private async Task<IActionResult> AsApprover(Func<Task<EditResult>> decide, CancellationToken cancel)
    {
        if (!User.MayAs(EditorRole.Approver))
            return StatusCode(StatusCodes.Status403Forbidden);
        if (Said?.Length > LongestWord)
        {
            ModelState.AddModelError(nameof(Word), $"Use at most {LongestWord} characters.");
            return await Show(cancel);
        }
        return await After(await decide(), cancel);
    }

    private async Task<IActionResult> After(EditResult result, CancellationToken cancel)
    {
        switch (result)
        {
            case EditResult.NotFound:
                return NotFound();
            case EditResult.OwnProposal or EditResult.NotOwnProposal:
                return StatusCode(StatusCodes.Status403Forbidden);
            case EditResult.Applied:
                Done = "Accepted. The public sees it within seconds.";
                break;
            case EditResult.Closed { State: var state }:
                Done = state == ProposalState.Withdrawn ? "Withdrawn." : "Declined.";
                break;
            case EditResult.AlreadyDecided:
                ModelState.AddModelError("", "Somebody was faster: it is decided already.");
                break;
            case EditResult.Stale:
                ModelState.AddModelError("", "The record was changed since this was proposed. Nothing was accepted.");
                break;
            case EditResult.Invalid { Problems: var problems }:
                ModelState.AddModelError("", "It cannot be accepted as it is. " + string.Join(" ", problems.Select(problem => $"{problem.Field}: needed: {problem.Allowed}.")));
                break;
            default:
                throw new InvalidOperationException($"Deciding on proposal {Id} ended as {result}.");
        }
        return await Show(cancel);
    }

    private async Task<IActionResult> Show(CancellationToken cancel)
    {
        if (await reading.Find(Id, cancel) is not { } proposal)
            return NotFound();
        Proposal = proposal;
        Change = difference.Of(proposal.RecordKind, proposal.Before, proposal.After);
        if (IsOpen && await editing.Read(proposal.Key, cancel) is var now && now.Version != proposal.BaseVersion)
            Meanwhile = difference.Of(proposal.RecordKind, proposal.Before is { } before ? RecordContent.Parse(proposal.RecordKind, before) : null, now.Content, "What it was proposed from", "What it is now");
        await names.Load(cancel);
        return Page();
    }
}
