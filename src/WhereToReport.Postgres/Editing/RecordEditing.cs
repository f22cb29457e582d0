using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WhereToReport.Domain;
using WhereToReport.Domain.Sources;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Files.Validation;
using WhereToReport.Postgres.History;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;
using WhereToReport.Postgres.Snapshots;

namespace WhereToReport.Postgres.Editing;

/// <summary>
/// Reads and changes single records. A change is written only where the editor saw the newest version and the whole
/// directory stays sound with it; it makes a revision and is kept in the history, all in one transaction.
/// </summary>
public sealed class RecordEditing(DirectoryContext database, TimeProvider time, EditingOptions options)
{
    private static readonly EditNoteValidator s_note = new();

    /// <summary>True where changes by which a visitor is sent to somebody need a second person.</summary>
    public bool FourEyes => options.FourEyes;

    /// <summary>The record with its version.</summary>
    public async Task<StoredRecord> Read(RecordKey key, CancellationToken cancel = default)
    {
        // The version first: a change in between then only makes the editor's version stale.
        var version = await database.RecordChanges
            .Where(change => change.RecordKind == key.Kind && change.RecordId == key.Id)
            .MaxAsync(change => (long?)change.Id, cancel);
        return new(key, await RecordReading.Read(database, key, cancel), version ?? 0);
    }

    /// <summary>Changes a record at once.</summary>
    /// <param name="key">The record.</param>
    /// <param name="expectedVersion">The version that the editor saw.</param>
    /// <param name="content">The record as it shall be; null to remove it.</param>
    /// <param name="note">Who and why. Its approver makes it pass where a second person is needed.</param>
    /// <param name="cancel">Leaves everything as it was.</param>
    /// <returns>Applied, Stale, Invalid or NeedsSecondPerson.</returns>
    public async Task<EditResult> Apply(
        RecordKey key, long expectedVersion, RecordContent? content, ChangeNote note, CancellationToken cancel = default)
    {
        await using var change = await OneChange.Begin(database, cancel);
        var result = await ApplyUnderLock(key, expectedVersion, content, note, cancel);
        await change.Commit(cancel);
        return result;
    }

    /// <summary>
    /// Notes that a record was checked and found right. What it says stays as it is, so no second person is needed.
    /// </summary>
    /// <param name="key">A record that <see cref="RecordKey.HasVerification"/>.</param>
    /// <param name="expectedVersion">The version that the editor saw.</param>
    /// <param name="verification">How and on which day, and what the phone menu says now; takes the place of the last check.</param>
    /// <param name="editor">The editor's account.</param>
    /// <param name="cancel">Leaves everything as it was.</param>
    /// <returns>Applied, Stale or Invalid; NotFound where there is no such record.</returns>
    public async Task<EditResult> Check(
        RecordKey key, long expectedVersion, Verification verification, Guid editor, CancellationToken cancel = default)
    {
        if (!key.HasVerification)
            throw new ArgumentException($"A record of this kind has no verification: {key}.", nameof(key));
        if (await RecordReading.Read(database, key, cancel) is not { } content)
            return new EditResult.NotFound();
        // Somewhere on earth it is already tomorrow.
        var tomorrow = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(1);
        if (verification.On > tomorrow)
            return new EditResult.Invalid([new(DirectoryFiles.FileOf(key, content), key.Id, "verification.on", verification.On.ToString("O"), "a day that has come")]);
        var note = Note(ChangeOrigin.Check, new(editor, "Checked: " + EnumName<VerificationMethod>.Of(verification.Method)));
        return await Apply(key, expectedVersion, content.With(key.Kind, "verification", verification), note, cancel);
    }

    /// <summary>What would be wrong with the directory if the record were so, as far as it is not wrong already: to tell before anything is asked for.</summary>
    public async Task<IReadOnlyList<DataProblem>> ProblemsWith(RecordKey key, RecordContent? content, CancellationToken cancel = default)
    {
        var facts = await DirectoryReader.ReadRecords(database, cancel);
        return NewProblems(DirectoryRecords.Of(facts).With(key, content).Facts(facts.Gazetteer), facts);
    }

    internal ChangeNote Note(ChangeOrigin origin, EditNote note) => new()
    {
        Origin = origin,
        At = time.GetUtcNow(),
        Editor = note.Editor,
        Reason = note.Reason,
        SourceUrl = note.SourceUrl,
    };

    /// <summary>What would be wrong with the directory if the record were so, as far as it is not wrong already.</summary>
    internal async Task<IReadOnlyList<DataProblem>> Problems(RecordKey key, RecordContent? content, ChangeNote note, CancellationToken cancel)
    {
        var facts = await DirectoryReader.ReadRecords(database, cancel);
        return Problems(key, content, note, DirectoryRecords.Of(facts), facts);
    }

    /// <summary>The same as <see cref="Apply"/>, inside the caller's <see cref="OneChange"/>. It writes all of the change or nothing.</summary>
    internal async Task<EditResult> ApplyUnderLock(RecordKey key, long expectedVersion, RecordContent? content, ChangeNote note, CancellationToken cancel)
    {
        var current = await Read(key, cancel);
        if (current.Version != expectedVersion)
            return new EditResult.Stale(current);
        if (current.Content == content)
            return new EditResult.Applied(await Revisions.Newest(database, cancel));
        if (options.FourEyes && (note.Approver is null || note.Approver == note.Editor) && Editing.FourEyes.NeedsSecondPerson(key, current.Content, content))
            return new EditResult.NeedsSecondPerson();

        var facts = await DirectoryReader.ReadRecords(database, cancel);
        var records = DirectoryRecords.Of(facts);
        if (Problems(key, content, note, records, facts) is { Count: > 0 } problems)
            return new EditResult.Invalid(problems);

        var revision = await Revisions.Make(database, note.Origin, note.At, $"{key}: {note.Reason}", cancel);
        database.Note = note with { Revision = revision };
        var counties = facts.Gazetteer.Counties;
        database.Forget();
        await new RecordWriter(database).Write(records, counties, records.With(key, content), counties, cancel);
        await database.SaveChangesAsync(cancel);
        database.Forget();
        return new EditResult.Applied(revision);
    }

    private static IReadOnlyList<DataProblem> Problems(RecordKey key, RecordContent? content, ChangeNote note, DirectoryRecords records, DirectoryFacts facts)
    {
        var said = s_note.Validate(new EditNote(note.Editor ?? default, note.Reason, note.SourceUrl)).Errors;
        if (said.Count > 0)
            return [.. said.Select(failure => new DataProblem("", key.Id, JsonNamingPolicy.CamelCase.ConvertName(failure.PropertyName), $"{failure.AttemptedValue}", failure.ErrorMessage))];
        if (content is not null && RecordTypes.Of(key.Kind).IdOf(content) is var id && id != key.Id)
            return [new(DirectoryFiles.FileOf(key, content), key.Id, "id", id, "the id it has: an id never changes")];
        return NewProblems(records.With(key, content).Facts(facts.Gazetteer), facts);
    }

    private static IReadOnlyList<DataProblem> NewProblems(DirectoryFacts wanted, DirectoryFacts facts)
    {
        var problems = Problems(wanted);
        return problems.Count == 0 ? problems : [.. problems.Except(Problems(facts))];
    }

    private static IReadOnlyList<DataProblem> Problems(DirectoryFacts facts) => [.. DirectoryValidation.Of(facts).RecordProblems()];
}
