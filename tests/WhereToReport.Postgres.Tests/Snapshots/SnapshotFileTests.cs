using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WhereToReport.Domain;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Snapshots;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Snapshots;

public sealed class SnapshotFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshot-").FullName;

    private SnapshotFile File => new(Path.Combine(_folder, "snapshot.json"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_written_snapshot_is_read_back_whole()
    {
        await File.Write(RealDirectory.Snapshot);
        var read = await File.Read();
        Assert.Equal(SnapshotOrigin.File, read!.Origin);
        Assert.Equal(RealDirectory.Snapshot.Revision, read.Directory.Revision);
        Assert.Equal(Json(RealDirectory.Facts), Json(read.Directory.Facts));
        Assert.Single(Directory.EnumerateFiles(_folder));
    }

    [Fact]
    public async Task Without_a_file_there_is_nothing_to_read() => Assert.Null(await File.Read());

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"revision\":1}")]
    [InlineData("not json at all")]
    public async Task A_damaged_file_is_set_aside_and_told(string content)
    {
        await System.IO.File.WriteAllTextAsync(File.Path, content);
        await Assert.ThrowsAsync<InvalidDataException>(() => File.Read());
        Assert.False(System.IO.File.Exists(File.Path));
        Assert.Equal(content, await System.IO.File.ReadAllTextAsync(File.Path + ".damaged"));
    }

    [Fact]
    public async Task A_truncated_file_is_set_aside()
    {
        await File.Write(RealDirectory.Snapshot);
        await using (var stream = System.IO.File.OpenWrite(File.Path))
            stream.SetLength(stream.Length / 2);
        await Assert.ThrowsAsync<InvalidDataException>(() => File.Read());
    }

    [Fact]
    public async Task A_file_in_which_one_digit_of_a_phone_number_changed_is_set_aside()
    {
        await File.Write(RealDirectory.Snapshot);
        var content = await System.IO.File.ReadAllTextAsync(File.Path);
        await System.IO.File.WriteAllTextAsync(File.Path, content.Replace("+18008435678", "+18008435679"));
        await Assert.ThrowsAsync<InvalidDataException>(() => File.Read());
    }

    [Fact]
    public async Task The_time_of_the_file_tells_when_it_was_last_current()
    {
        await File.Write(RealDirectory.Snapshot);
        var at = new DateTimeOffset(2026, 11, 20, 1, 2, 3, TimeSpan.Zero);
        File.MarkCurrent(at);
        Assert.Equal(at, (await File.Read())!.CurrentAt);
    }

    [Fact]
    public async Task What_another_build_kept_is_there_without_a_database_but_does_not_count_as_the_newest()
    {
        var file = File;
        await file.Write(RealDirectory.Snapshot);
        var (asItIs, newest) = (File, file.Holds);
        await asItIs.Read();
        Assert.Equal(newest, asItIs.Holds);

        var json = (await System.IO.File.ReadAllTextAsync(file.Path)).Split('\n', 2)[1].Replace($"{typeof(DirectoryFacts).Module.ModuleVersionId:n}", $"{Guid.NewGuid():n}");
        await System.IO.File.WriteAllTextAsync(file.Path, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))) + "\n" + json);
        var ofAnother = File;
        Assert.Equal(RealDirectory.Snapshot.Revision, (await ofAnother.Read())!.Directory.Revision);
        Assert.Null(ofAnother.Holds);
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, DirectoryJson.Compact);
}
