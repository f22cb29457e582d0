using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using WhereToReport.Domain.Channels;
using WhereToReport.Postgres.Editing;
using WhereToReport.Postgres.History;
using WhereToReport.Postgres.Import;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;
using WhereToReport.Testing;

namespace WhereToReport.Drills;

/// <summary>What drills play on: a Postgres server with the real data, nodes of the site, and how long things shall last.</summary>
internal sealed class Stage(bool isShort) : IAsyncDisposable
{
    public const string NoDatabase = "Host=127.0.0.1;Port=1;Username=nobody;Database=none";

    private static readonly Dictionary<string, string> s_settings = new() { ["Corrections__Limit"] = "1000000" };

    private PrivateCluster? _cluster;

    /// <summary>Takes the long measure, or in the short form of the drills the short one.</summary>
    public T Choose<T>(T full, T quick) => isShort ? quick : full;

    /// <summary>The server that the drills share; it is up and holds the real data.</summary>
    public async Task<PrivateCluster> Cluster() => _cluster ??= await Filled();

    /// <summary>A server of a drill's own, with the real data.</summary>
    public static async Task<PrivateCluster> Filled(string settings = "")
    {
        var cluster = await PrivateCluster.Create(settings);
        await cluster.Prepare();
        await using var context = cluster.Open();
        await new DirectoryImport(context, TimeProvider.System).Run(RealDirectory.Facts);
        return cluster;
    }

    /// <summary>A node that takes as many corrections as a drill sends.</summary>
    public static Task<SiteProcess> Node(string database, IReadOnlyDictionary<string, string>? settings = null, Action<string>? prepare = null) =>
        SiteProcess.Start(database, prepare, s_settings.Concat(settings ?? new Dictionary<string, string>()).ToDictionary());

    /// <summary>Changes a record as an editor does, and returns a text that pages show once they know of it.</summary>
    public static async Task<string> Edit(DirectoryContext context)
    {
        var website = "https://example.org/" + Guid.NewGuid().ToString("n");
        var editing = new RecordEditing(context, TimeProvider.System, new() { FourEyes = false });
        var tips = await editing.Read(RecordKey.Channel("fbi-tips"));
        var changed = RecordContent.Of(tips.Content!.As<Channel>() with { Website = website });
        var note = new ChangeNote { Origin = ChangeOrigin.Edit, At = TimeProvider.System.GetUtcNow(), Reason = "A drill", Editor = Guid.NewGuid() };
        return await editing.Apply(tips.Key, tips.Version, changed, note) is EditResult.Applied ? website : throw new InvalidOperationException("The edit was not applied.");
    }

    /// <summary>Seconds until the node shows the text; infinite where it does not within the patience.</summary>
    public static Task<double> SecondsUntilShown(SiteProcess node, string text, double patience = 30) =>
        SecondsUntil(async () => (await node.Http.GetStringAsync("/channels/fbi-tips")).Contains(text, StringComparison.Ordinal), patience);

    public static async Task<double> SecondsUntil(Func<Task<bool>> happened, double patience = 30)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < patience)
        {
            if (await happened())
                return clock.Elapsed.TotalSeconds;
            await Task.Delay(100);
        }
        return double.PositiveInfinity;
    }

    /// <summary>Where a node's snapshot comes from: <c>postgres</c>, <c>file</c> or <c>bundled</c>.</summary>
    public static async Task<string> Source(SiteProcess node) =>
        (await node.Http.GetFromJsonAsync<JsonElement>("/health/ready")).GetProperty("source").GetString()!;

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Gives the shared server up, so that the next drill does not meet what the last one left of it.</summary>
    public async Task Clear()
    {
        if (_cluster is { } left)
        {
            _cluster = null;
            await left.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await Clear();
}
