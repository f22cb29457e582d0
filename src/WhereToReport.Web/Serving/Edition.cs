using System.Security.Cryptography;
using WhereToReport.Postgres.Snapshots;

namespace WhereToReport.Web.Serving;

/// <summary>All that a public page depends on beside its address: the build, the revision, where it came from, and its age once pages tell it.</summary>
/// <param name="Revision">The revision that is served; 0 for the bundled files.</param>
/// <param name="ChangedAt">When the revision was made: after a restore the same number can be another one.</param>
/// <param name="Origin">Where the snapshot came from.</param>
/// <param name="DaysOld">Whole days since the snapshot was last known to be the newest; 0 while it is not old enough to say.</param>
internal readonly record struct Edition(long Revision, DateTimeOffset ChangedAt, SnapshotOrigin Origin, int DaysOld)
{
    /// <summary>Names the build: all that pages are made of but the directory, texts, styles and bundled data too.</summary>
    internal static readonly string Build = NameOfBuild(AppContext.BaseDirectory);

    /// <summary>Names what the pages say: the same on every node of one build and one revision.</summary>
    public string Name => $"{Build}-{Revision}.{ChangedAt.ToUnixTimeMilliseconds():x}";

    /// <summary>The tag (ETag) of every page of the edition. Weak, because a page comes in several content codings.</summary>
    public string Tag => $"W/\"{Name}-{(int)Origin}{(DaysOld > 0 ? $"-{DaysOld}d" : "")}\"";

    private static string NameOfBuild(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var code = Directory.EnumerateFiles(folder, "WhereToReport.*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".dll" or ".json");
        var data = Path.Combine(folder, "data") is var bundled && Directory.Exists(bundled) ? Directory.EnumerateFiles(bundled, "*", SearchOption.AllDirectories) : [];
        foreach (var file in code.Concat(data).Order(StringComparer.Ordinal))
        {
            using var content = File.OpenRead(file);
            hash.AppendData(SHA256.HashData(content));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..8];
    }
}
