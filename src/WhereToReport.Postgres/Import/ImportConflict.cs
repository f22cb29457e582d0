using WhereToReport.Postgres.Records;

namespace WhereToReport.Postgres.Import;

/// <summary>A record that the files and the editors changed differently since the last import.</summary>
/// <param name="File">The file, relative to the data folder.</param>
/// <param name="Key">The record.</param>
/// <param name="InFile">What the file changed: names of fields, or that the record was added or removed.</param>
/// <param name="InDatabase">What the editors changed.</param>
public sealed record ImportConflict(string File, RecordKey Key, string InFile, string InDatabase)
{
    internal static ImportConflict Of(Conflict<RecordKey, RecordContent> conflict) => new(
        Files.DirectoryFiles.FileOf(conflict.Key, (conflict.File ?? conflict.Database)!),
        conflict.Key,
        Changes(conflict.Base, conflict.File),
        Changes(conflict.Base, conflict.Database));

    private static string Changes(RecordContent? before, RecordContent? after) => (before, after) switch
    {
        (null, _) => "added",
        (_, null) => "removed",
        _ => string.Join(", ", RecordContent.FieldsThatDiffer(before, after)),
    };

    public override string ToString() => $"{File}: {Key.Id}: in the file {InFile}; in the database {InDatabase}";
}

/// <summary>Files and database disagree, and nobody said which of them decides; nothing was changed.</summary>
public sealed class ImportConflictsException(IReadOnlyList<ImportConflict> conflicts)
    : Exception($"{conflicts.Count} record{(conflicts.Count == 1 ? " was" : "s were")} changed both in the data files and by editors.")
{
    public IReadOnlyList<ImportConflict> Conflicts { get; } = conflicts;
}
