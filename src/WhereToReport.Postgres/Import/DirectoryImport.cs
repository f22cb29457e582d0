using System.Data;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using WhereToReport.Domain;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Files.Validation;
using WhereToReport.Postgres.History;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;
using WhereToReport.Postgres.Snapshots;

namespace WhereToReport.Postgres.Import;

/// <summary>What an import did: the revision that is now current, and how many records it added, changed and removed.</summary>
public sealed record ImportResult(long Revision, int Added, int Changed, int Removed, bool OrderChanged, bool GazetteerChanged)
{
    /// <summary>Records that stay as the editors made them, because the files did not change them since the last import or were told to stand back.</summary>
    public int KeptFromDatabase { get; init; }

    public bool ChangedNothing => Added + Changed + Removed == 0 && !OrderChanged && !GazetteerChanged;

    /// <summary>In a sentence.</summary>
    public override string ToString() =>
        $"{Added} added, {Changed} changed, {Removed} removed{(OrderChanged ? "; order changed" : "")}{(GazetteerChanged ? "; places changed" : "")}";
}

/// <summary>A step of an import, for a progress display: what is being done, and how far it is from 0 to 1.</summary>
public readonly record struct ImportProgress(string Doing, double Done);

/// <summary>
/// Brings validated facts into the database, in one transaction: either all of it is there afterwards, with a new
/// revision, or nothing has changed. Facts that are already there make no revision; what editors changed since the last
/// import stays.
/// </summary>
public sealed class DirectoryImport(DirectoryContext database, TimeProvider time)
{
    private readonly MergeBase _mergeBase = new(database);

    /// <param name="facts">Facts that <see cref="DirectoryFiles.Read"/> found sound.</param>
    /// <param name="preference">Who decides where files and editors changed the same record.</param>
    /// <param name="progress">Told of each step; may be null.</param>
    /// <param name="cancel">Stops the import and leaves the database as it was.</param>
    /// <exception cref="ImportConflictsException">Both changed the same record, and nobody shall decide.</exception>
    /// <exception cref="DataProblemsException">Files and database are sound, but not together.</exception>
    public async Task<ImportResult> Run(
        DirectoryFacts facts, Preference preference = Preference.None, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
        await Revisions.Lock(database, cancel);

        progress?.Report(new("Comparing with the database", 0.1));
        var current = await DirectoryReader.Read(database, cancel);
        var (stored, files) = (DirectoryRecords.Of(current), DirectoryRecords.Of(facts));
        // A database that was filled before the base was kept holds what its last import read.
        var mergeBase = await _mergeBase.Read(cancel);
        var wanted = Merge(mergeBase ?? stored.Contents, files, stored, preference, facts);
        var result = await Result(stored, files, wanted, Json(facts.Gazetteer) != Json(current.Gazetteer), cancel);
        if (result.GazetteerChanged)
        {
            progress?.Report(new("Writing places", 0.3));
            await GazetteerCopy.Write((NpgsqlConnection)database.Database.GetDbConnection(), facts.Gazetteer, cancel);
        }

        progress?.Report(new("Writing channels and guidance", 0.6));
        _mergeBase.Set(mergeBase ?? EmptyBase, files.Contents);
        if (!result.ChangedNothing)
        {
            result = result with { Revision = await Revise(result, cancel) };
            await new RecordWriter(database).Write(stored, current.Gazetteer.Counties, wanted, facts.Gazetteer.Counties, cancel);
        }
        await database.SaveChangesAsync(cancel);
        database.ChangeTracker.Clear();

        progress?.Report(new("Committing", 0.95));
        await transaction.CommitAsync(cancel);
        progress?.Report(new("Done", 1));
        return result;
    }

    private async Task<long> Revise(ImportResult result, CancellationToken cancel)
    {
        var at = time.GetUtcNow();
        var revision = await Revisions.Make(database, ChangeOrigin.Import, at, result.ToString(), cancel);
        database.Note = new() { Origin = ChangeOrigin.Import, At = at, Reason = "Import of the data files", Revision = revision };
        return revision;
    }

    private static IReadOnlyDictionary<RecordKey, RecordContent> EmptyBase => new Dictionary<RecordKey, RecordContent>();

    private static DirectoryRecords Merge(
        IReadOnlyDictionary<RecordKey, RecordContent> mergeBase, DirectoryRecords files, DirectoryRecords stored, Preference preference, DirectoryFacts facts)
    {
        var merge = ThreeWayMerge<RecordKey, RecordContent>.Of(mergeBase, files.Contents, stored.Contents, preference);
        if (preference == Preference.None && merge.Conflicts.Count > 0)
            throw new ImportConflictsException([.. merge.Conflicts.Select(ImportConflict.Of)]);

        var merged = DirectoryRecords.Of(merge.Merged);
        if (merge.Merged.All(record => files[record.Key] == record.Value) && merge.Merged.Count == files.Contents.Count)
            return merged;
        // Each side is sound in itself, but one may have removed what the other now refers to.
        var problems = DirectoryValidation.Of(merged.Facts(facts.Gazetteer)).RecordProblems().ToArray();
        return problems.Length == 0 ? merged : throw new DataProblemsException(problems);
    }

    private async Task<ImportResult> Result(
        DirectoryRecords stored, DirectoryRecords files, DirectoryRecords wanted, bool gazetteerChanged, CancellationToken cancel)
    {
        var changed = wanted.Contents.Where(record => stored[record.Key] is { } old && old != record.Value).Select(record => record.Key).ToArray();
        return new(
            await Revisions.Newest(database, cancel),
            wanted.Contents.Keys.Count(key => stored[key] is null),
            changed.Length,
            stored.Contents.Keys.Count(key => wanted[key] is null),
            RecordOrder.Differs(stored, wanted),
            gazetteerChanged)
        {
            KeptFromDatabase = files.Contents.Keys.Union(wanted.Contents.Keys).Count(key => files[key] != wanted[key]),
        };
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, DirectoryJson.Compact);
}
