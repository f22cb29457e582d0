using WhereToReport.Domain;
using WhereToReport.Postgres.Files;

namespace WhereToReport.Testing;

/// <summary>The real data set, read once a test run.</summary>
public static class RealDirectory
{
    private static readonly Lazy<DirectoryFacts> s_facts = new(() => DirectoryFiles.Read(Repository.Data));
    private static readonly Lazy<DirectorySnapshot> s_snapshot = new(() => new(s_facts.Value, 1, DateTimeOffset.UnixEpoch));

    public static DirectoryFacts Facts => s_facts.Value;

    public static DirectorySnapshot Snapshot => s_snapshot.Value;
}
