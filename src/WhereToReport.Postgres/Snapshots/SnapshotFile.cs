using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WhereToReport.Domain;
using WhereToReport.Postgres.Files;

namespace WhereToReport.Postgres.Snapshots;

/// <summary>
/// The copy of the directory that a node keeps on disk, for the day the database does not answer. Its first line is the
/// SHA-256 of the JSON that follows: a number that changed on a bad disk must not be given to anybody.
/// </summary>
public sealed class SnapshotFile(string path)
{
    // 64 hexadecimal digits and the end of the line.
    private const int HeadLength = 2 * SHA256.HashSizeInBytes + 1;

    // What another build kept may lack a field that its records did not have.
    private static readonly string s_build = $"{typeof(DirectoryFacts).Module.ModuleVersionId:n}-{typeof(SnapshotFile).Module.ModuleVersionId:n}";

    private sealed record Content(string? Build, long Revision, DateTimeOffset ChangedAt, DirectoryFacts Facts, DirectoryHistory? History);

    public string Path { get; } = path;

    public bool Exists => File.Exists(Path);

    /// <summary>The revision that the file holds as this build writes it; null before it is read or written, and where another build kept it.</summary>
    public Revision? Holds { get; private set; }

    /// <summary>Writes the file so that a reader sees either the old or the new content, never a part.</summary>
    /// <exception cref="IOException">The disk is full or the folder cannot be written.</exception>
    public async Task Write(DirectorySnapshot snapshot, CancellationToken cancel = default)
    {
        var unfinished = $"{Path}.{Environment.ProcessId}.tmp";
        System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
        try
        {
            await using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite))
            {
                stream.Position = HeadLength;
                await JsonSerializer.SerializeAsync(stream, new Content(s_build, snapshot.Revision, snapshot.ChangedAt, snapshot.Facts, snapshot.History), DirectoryJson.Compact, cancel);
                stream.Position = HeadLength;
                var hash = await SHA256.HashDataAsync(stream, cancel);
                stream.Position = 0;
                await stream.WriteAsync(Head(hash), cancel);
                stream.Flush(flushToDisk: true);
            }
            File.Move(unfinished, Path, overwrite: true);
            Holds = Revision.Of(snapshot);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Notes that the content is still the newest state, by the file's time.</summary>
    public void MarkCurrent(DateTimeOffset at)
    {
        if (Exists)
            File.SetLastWriteTimeUtc(Path, at.UtcDateTime);
    }

    /// <summary>The kept snapshot, or null where there is none.</summary>
    /// <exception cref="InvalidDataException">The file is damaged; it is set aside under another name.</exception>
    public async Task<LoadedSnapshot?> Read(CancellationToken cancel = default)
    {
        if (!Exists)
            return null;
        var currentAt = new DateTimeOffset(File.GetLastWriteTimeUtc(Path), TimeSpan.Zero);
        try
        {
            var file = await File.ReadAllBytesAsync(Path, cancel);
            if (file.Length < HeadLength || !file.AsSpan(0, HeadLength).SequenceEqual(Head(SHA256.HashData(file.AsSpan(HeadLength)))))
                throw new JsonException("The file is not what was written.");
            if (JsonSerializer.Deserialize<Content>(file.AsSpan(HeadLength), DirectoryJson.Compact) is not { Facts: not null } content)
                throw new JsonException("The file holds no snapshot.");
            var snapshot = new DirectorySnapshot(content.Facts, content.Revision, content.ChangedAt, content.History);
            if (content.Build == s_build)
                Holds = Revision.Of(snapshot);
            else
                await snapshot.Places.Naming; // this build may know fewer countries, and must find out before anybody asks
            return new(snapshot, SnapshotOrigin.File, currentAt);
        }
        catch (Exception damage) when (damage is JsonException or ArgumentException or KeyNotFoundException or InvalidOperationException)
        {
            var aside = Path + ".damaged";
            File.Move(Path, aside, overwrite: true);
            throw new InvalidDataException($"The snapshot file was damaged and is now {aside}.", damage);
        }
    }

    // What belongs before the JSON of a hash.
    private static byte[] Head(byte[] hash) => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash) + "\n");
}
