using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WhereToReport.Postgres.History;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Editing;

/// <summary>
/// What editors ask for: most changes apply at once, and those by which a visitor is sent to somebody wait for a second
/// person, unless the installation does without.
/// </summary>
public sealed class Proposals(DirectoryContext database, TimeProvider time, RecordEditing editing)
{
    /// <summary>Asks for a change.</summary>
    /// <param name="key">The record.</param>
    /// <param name="expectedVersion">The version that the editor saw.</param>
    /// <param name="content">The record as it shall be; null to remove it.</param>
    /// <param name="note">Who and why.</param>
    /// <param name="cancel">Leaves everything as it was.</param>
    /// <returns>Applied, Proposed, Stale or Invalid.</returns>
    public Task<EditResult> Propose(RecordKey key, long expectedVersion, RecordContent? content, EditNote note, CancellationToken cancel = default) =>
        Ask(key, expectedVersion, content, editing.Note(ChangeOrigin.Edit, note), cancel);

    /// <summary>Asks to take a change back: the record shall be again what it was before it.</summary>
    /// <param name="change">The change in the history.</param>
    /// <param name="expectedVersion">The version of the record that the editor saw; whatever came after the change goes too.</param>
    /// <param name="note">Who and why.</param>
    /// <param name="cancel">Leaves everything as it was.</param>
    /// <returns>Applied, Proposed, Stale, Invalid or NotFound.</returns>
    public async Task<EditResult> Revert(long change, long expectedVersion, EditNote note, CancellationToken cancel = default)
    {
        if (await database.RecordChanges.AsNoTracking().SingleOrDefaultAsync(row => row.Id == change, cancel) is not { } reverted)
            return new EditResult.NotFound();
        try
        {
            var before = Content(reverted.RecordKind, reverted.Before);
            return await Ask(reverted.Key, expectedVersion, before, editing.Note(ChangeOrigin.Revert, note) with { Reverts = change }, cancel);
        }
        catch (JsonException misfit)
        {
            return new EditResult.Invalid([new("history", reverted.RecordId, misfit.Path ?? "", "a record of an earlier form", "a record as it is formed now")]);
        }
    }

    /// <summary>Lets a proposal take effect.</summary>
    /// <param name="proposal">Which.</param>
    /// <param name="approver">The account of the second person.</param>
    /// <param name="decisionNote">A word to the proposer; may be null.</param>
    /// <param name="cancel">Leaves everything as it was.</param>
    /// <returns>Applied, OwnProposal, AlreadyDecided, Stale, Invalid or NotFound.</returns>
    public async Task<EditResult> Accept(long proposal, Guid approver, string? decisionNote = null, CancellationToken cancel = default)
    {
        await using var change = await OneChange.Begin(database, cancel);
        var row = await Find(proposal, cancel);
        if (Refusal(row, row?.Editor == approver ? new EditResult.OwnProposal() : null) is { } refused)
            return refused;

        var result = await editing.ApplyUnderLock(row!.Key, row.BaseVersion, Content(row.RecordKind, row.After), NoteOf(row, approver), cancel);
        if (result is EditResult.Applied)
            await Decide(row, ProposalState.Accepted, approver, decisionNote, cancel);
        await change.Commit(cancel);
        return result;
    }

    /// <summary>Refuses a proposal of somebody else.</summary>
    /// <returns>Closed, OwnProposal, AlreadyDecided or NotFound.</returns>
    public Task<EditResult> Decline(long proposal, Guid approver, string reason, CancellationToken cancel = default) =>
        Close(proposal, approver, ProposalState.Declined, new EditResult.OwnProposal(), reason, cancel);

    /// <summary>Takes a proposal of one's own back.</summary>
    /// <returns>Closed, NotOwnProposal, AlreadyDecided or NotFound.</returns>
    public Task<EditResult> Withdraw(long proposal, Guid editor, CancellationToken cancel = default) =>
        Close(proposal, editor, ProposalState.Withdrawn, new EditResult.NotOwnProposal(), null, cancel);

    private async Task<EditResult> Ask(RecordKey key, long expectedVersion, RecordContent? content, ChangeNote note, CancellationToken cancel)
    {
        await using var change = await OneChange.Begin(database, cancel);
        var current = await editing.Read(key, cancel);
        var guarded = FourEyes.NeedsSecondPerson(key, current.Content, content);
        var result = current.Version == expectedVersion && guarded && editing.FourEyes
            ? await Keep(current, content, note, cancel)
            : await editing.ApplyUnderLock(key, expectedVersion, content, note with { SingleHanded = guarded }, cancel);
        await change.Commit(cancel);
        return result;
    }

    private async Task<EditResult> Keep(StoredRecord current, RecordContent? content, ChangeNote note, CancellationToken cancel)
    {
        if (await editing.Problems(current.Key, content, note, cancel) is { Count: > 0 } problems)
            return new EditResult.Invalid(problems);
        var older = await database.Proposals
            .Where(row => row.RecordKind == current.Key.Kind && row.RecordId == current.Key.Id && row.Editor == note.Editor && row.State == ProposalState.Open)
            .ToListAsync(cancel);
        foreach (var row in older)
            await Decide(row, ProposalState.Superseded, row.Editor, null, cancel);
        var proposal = new ProposalRow
        {
            RecordKind = current.Key.Kind,
            RecordId = current.Key.Id,
            BaseVersion = current.Version,
            Before = current.Content?.Json,
            After = content?.Json,
            Reason = note.Reason,
            SourceUrl = note.SourceUrl,
            Reverts = note.Reverts,
            Editor = note.Editor!.Value,
            MadeAt = note.At,
        };
        database.Proposals.Add(proposal);
        await database.SaveChangesAsync(cancel);
        database.Forget();
        return new EditResult.Proposed(proposal.Id);
    }

    private async Task<EditResult> Close(
        long proposal, Guid by, ProposalState state, EditResult notAllowed, string? decisionNote, CancellationToken cancel)
    {
        await using var change = await OneChange.Begin(database, cancel);
        var row = await Find(proposal, cancel);
        if (Refusal(row, row?.Editor == by == (state == ProposalState.Withdrawn) ? null : notAllowed) is { } refused)
            return refused;
        await Decide(row!, state, by, decisionNote, cancel);
        await change.Commit(cancel);
        return new EditResult.Closed(state);
    }

    private async Task<ProposalRow?> Find(long proposal, CancellationToken cancel)
    {
        database.Forget();
        return await database.Proposals.AsNoTracking().SingleOrDefaultAsync(row => row.Id == proposal, cancel);
    }

    private static EditResult? Refusal(ProposalRow? row, EditResult? notAllowed) => row switch
    {
        null => new EditResult.NotFound(),
        { State: not ProposalState.Open } => new EditResult.AlreadyDecided(row.State),
        _ => notAllowed,
    };

    private async Task Decide(ProposalRow row, ProposalState state, Guid by, string? decisionNote, CancellationToken cancel)
    {
        database.Attach(row);
        (row.State, row.DecidedBy, row.DecidedAt, row.DecisionNote) = (state, by, time.GetUtcNow(), decisionNote);
        await database.SaveChangesAsync(cancel);
        database.Forget();
    }

    private ChangeNote NoteOf(ProposalRow row, Guid approver) =>
        editing.Note(row.Reverts is null ? ChangeOrigin.Edit : ChangeOrigin.Revert, new(row.Editor, row.Reason, row.SourceUrl)) with
        {
            Approver = approver,
            Reverts = row.Reverts,
        };

    private static RecordContent? Content(RecordKind kind, string? json) => json is null ? null : RecordContent.Parse(kind, json);
}
