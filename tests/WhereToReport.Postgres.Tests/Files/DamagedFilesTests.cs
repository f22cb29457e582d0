using System.Diagnostics;
using CsCheck;
using WhereToReport.Postgres.Files;

namespace WhereToReport.Postgres.Tests.Files;

/// <summary>Data files that were cut, garbled or filled in wrongly are read, or refused with problems in words; nothing else ever happens.</summary>
public sealed class DamagedFilesTests : IDisposable
{
    private static readonly string[] s_pieces =
    [
        "null", "true", "-1", "1e400", "\"\"", "\"x\"", "{}", "[]", "[[[[[[[[", "{\"a\":{\"a\":{\"a\":", ",", ":", "}", "]", "\"", "\\", "\\ud800", "\0", "\n", "\r\n", "\uFEFF", "é", "👩‍👧", ";",
        "=1+1", "06085", "ca", "US", "--", "---\n", "title: [", "title: &a [*a, *a]", "!!binary x", "<script>",
    ];

    private readonly DataFolder _folder = new();

    // The places make up most of the time that reading takes, so most damage is done to few of them.
    public DamagedFilesTests()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(_folder.Path, "gazetteer"), "zip-*.csv"))
            File.WriteAllLines(file, File.ReadLines(file).Take(200).ToArray());
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Any_damage_to_any_file_is_told_in_words_at_once()
    {
        var files = Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("README.md")).ToArray();
        Assert.True(files.Length > 20);
        var damage = Gen.Select(Gen.Int[0, files.Length - 1], Gen.Double[0, 1], Gen.Int[0, 40], Gen.OneOf(s_pieces), Gen.Int[0, 5], Gen.Byte.Array[0, 20]);
        damage.Sample(
            drawn =>
            {
                var (chosen, where, length, piece, how, bytes) = drawn;
                var content = File.ReadAllBytes(files[chosen]);
                try
                {
                    File.WriteAllBytes(files[chosen], Damaged(content, (int)(where * content.Length), length, how == 0 ? bytes : System.Text.Encoding.UTF8.GetBytes(piece), how));
                    AssertReadOrRefused();
                }
                finally
                {
                    File.WriteAllBytes(files[chosen], content);
                }
            },
            time: Seconds,
            threads: 1);
    }

    private static int Seconds { get; } = int.TryParse(Environment.GetEnvironmentVariable("FUZZ_SECONDS"), out var seconds) ? seconds : 6;

    private void AssertReadOrRefused()
    {
        var clock = Stopwatch.StartNew();
        try
        {
            DirectoryFiles.Read(_folder.Path);
        }
        catch (DataProblemsException refused)
        {
            Assert.NotEmpty(refused.Problems);
            Assert.All(refused.Problems, problem => Assert.NotEmpty(problem.ToString()));
        }
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"Reading took {clock.Elapsed}.");
    }

    private static byte[] Damaged(byte[] content, int at, int length, byte[] piece, int how)
    {
        var end = Math.Min(content.Length, at + length);
        return how switch
        {
            1 => content[..at],
            2 => [.. content[..at], .. content[end..]],
            3 => [.. content[..at], .. piece, .. content[at..]],
            4 => [.. content[..at], .. content[at..end], .. content[at..end], .. content[end..]],
            _ => [.. content[..at], .. piece, .. content[end..]],
        };
    }
}
