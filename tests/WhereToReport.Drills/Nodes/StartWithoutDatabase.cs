using System.Net;
using System.Net.Sockets;
using WhereToReport.Drills.Load;
using WhereToReport.Postgres.Snapshots;
using WhereToReport.Testing;

namespace WhereToReport.Drills.Nodes;

/// <summary>A node starts while Postgres is away: with a kept snapshot, without one, and with one that is damaged.</summary>
internal static class StartWithoutDatabase
{
    private const int Tries = 3;

    public static async Task<Findings> Run(Stage stage)
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var silentDatabase = $"Host=127.0.0.1;Port={((IPEndPoint)silent.LocalEndpoint).Port};Username=nobody;Database=none";

        var starts = new (string How, string Database, string Source, Action<string>? Prepare)[]
        {
            ("without a file", Stage.NoDatabase, "bundled", null),
            ("with a file", Stage.NoDatabase, "file", Keep),
            ("with a truncated file", Stage.NoDatabase, "bundled", file => Damage(file, bytes => bytes[..(bytes.Length / 2)])),
            ("with one changed digit", Stage.NoDatabase, "bundled", file => Damage(file, ChangeDigit)),
            ("with an empty file", Stage.NoDatabase, "bundled", file => Damage(file, _ => [])),
            ("a silent database, without a file", silentDatabase, "bundled", null),
            ("a silent database, with a file", silentDatabase, "file", Keep),
        };
        // The short form runs beside other things, where seconds say little.
        var mostSeconds = stage.Choose(2.0, 8.0);
        var findings = new Findings { Faults = starts.Length };
        var (slowest, wrong) = (0.0, 0);
        foreach (var (how, database, source, prepare) in starts)
        {
            var (seconds, failure) = await Quickest(how, database, source, prepare, mostSeconds);
            slowest = Math.Max(slowest, seconds);
            findings.Demand(seconds <= mostSeconds, $"{how}: answered after {seconds:0.00} s");
            findings.Demand(failure is null, failure ?? "");
            wrong += failure is null ? 0 : 1;
        }
        return findings with { WrongAnswers = wrong, RecoverySeconds = slowest, Notes = $"the slowest start of {starts.Length} kinds, each the quickest of {Tries}" };
    }

    // The quickest, because the machine may be busy with something else; what each start serves must be right every time.
    private static async Task<(double Seconds, string? Failure)> Quickest(string how, string database, string source, Action<string>? prepare, double mostSeconds)
    {
        var quickest = double.PositiveInfinity;
        for (var attempt = 0; attempt < Tries && quickest > mostSeconds; attempt++)
        {
            await using var node = await Stage.Node(database, prepare: prepare);
            quickest = Math.Min(quickest, node.ReadyAfter.TotalSeconds);
            if (await Failure(how, node, source, isDamaged: prepare is not null && prepare != Keep) is { } failure)
                return (quickest, failure);
        }
        return (quickest, null);
    }

    private static async Task<string?> Failure(string how, SiteProcess node, string source, bool isDamaged)
    {
        if (await Stage.Source(node) is var served && served != source)
            return $"{how}: serves from {served}, not from {source}";
        if (isDamaged && !(File.Exists(node.SnapshotFile + ".damaged") && node.Output.Contains("was damaged", StringComparison.Ordinal)))
            return $"{how}: the damaged file was not set aside and reported";
        var question = Question.All[0];
        return question.IsAnsweredBy(await node.Http.GetByteArrayAsync(question.Address)) ? null : $"{how}: the answer is wrong";
    }

    private static void Keep(string file) => new SnapshotFile(file).Write(RealDirectory.Snapshot).GetAwaiter().GetResult();

    private static void Damage(string file, Func<byte[], byte[]> damage)
    {
        Keep(file);
        File.WriteAllBytes(file, damage(File.ReadAllBytes(file)));
    }

    private static byte[] ChangeDigit(byte[] bytes)
    {
        var number = bytes.AsSpan().IndexOf("+18008435678"u8);
        bytes[number + 5]++;
        return bytes;
    }
}
