namespace WhereToReport.Postgres.Files;

/// <summary>Something wrong in the data files, in words a volunteer can act on.</summary>
/// <param name="File">The file, relative to the data folder.</param>
/// <param name="Record">The record's id, or its line or position where it has none.</param>
/// <param name="Field">The field, as a path inside the record; empty for the record as a whole.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Allowed">What may stand there.</param>
public sealed record DataProblem(string File, string Record, string Field, string Found, string Allowed)
{
    public override string ToString() => $"{File}: {Record}: {(Field.Length > 0 ? Field + ": " : "")}found {Found}; allowed: {Allowed}";
}

/// <summary>The data files cannot be taken over; nothing was changed.</summary>
public sealed class DataProblemsException(IReadOnlyList<DataProblem> problems)
    : Exception($"{problems.Count} problem{(problems.Count == 1 ? "" : "s")} in the data files.")
{
    public IReadOnlyList<DataProblem> Problems { get; } = problems;
}
