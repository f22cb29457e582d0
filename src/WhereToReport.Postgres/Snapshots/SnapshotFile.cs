using System.Text.Json;
using WhereToReport.Domain;
using WhereToReport.Postgres.Files;

namespace WhereToReport.Postgres.Snapshots;

/// <summary>The copy of the directory that a node keeps on disk, for the day the database does not answer.</summary>
public sealed class SnapshotFile(string path)
{
    private sealed record Content(long Revision, DateTimeOffset ChangedAt, DirectoryFacts Facts);

    public string Path { get; } = path;

    public bool Exists => File.Exists(Path);

    /// <summary>Writes the file so that a reader sees either the old or the new content, never a part.</summary>
    /// <exception cref="IOException">The disk is full or the folder cannot be written.</exception>
    public async Task Write(DirectorySnapshot snapshot, CancellationToken cancel = default)
    {
        var unfinished = $"{Path}.{Environment.ProcessId}.tmp";
        System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
        try
        {
            await using (var stream = File.Create(unfinished))
            {
                await JsonSerializer.SerializeAsync(stream, new Content(snapshot.Revision, snapshot.ChangedAt, snapshot.Facts), DirectoryJson.Compact, cancel);
                stream.Flush(flushToDisk: true);
            }
            File.Move(unfinished, Path, overwrite: true);
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
            await using var stream = File.OpenRead(Path);
            if (await JsonSerializer.DeserializeAsync<Content>(stream, DirectoryJson.Compact, cancel) is not { Facts: not null } content)
                throw new JsonException("The file holds no snapshot.");
            return new(new(content.Facts, content.Revision, content.ChangedAt), SnapshotOrigin.File, currentAt);
        }
        catch (Exception damage) when (damage is JsonException or ArgumentException or KeyNotFoundException or InvalidOperationException)
        {
            var aside = Path + ".damaged";
            File.Move(Path, aside, overwrite: true);
            throw new InvalidDataException($"The snapshot file was damaged and is now {aside}.", damage);
        }
    }
}
