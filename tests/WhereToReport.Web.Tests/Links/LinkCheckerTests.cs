using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Links;
using WhereToReport.Postgres.Links;
using WhereToReport.Postgres.Snapshots;
using WhereToReport.Testing;
using WhereToReport.Web.Links;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Tests.Links;

public sealed class LinkCheckerTests : IAsyncLifetime
{
    private PlayedServer _server = null!;
    private TestDatabase _database = null!;
    private NpgsqlDataSource _source = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await PlayedServer.Start();
        _database = await TestDatabase.Empty();
        _source = NpgsqlDataSource.Create(_database.AsSite);
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task What_the_checks_found_is_kept()
    {
        _server.Page("/good", 200).Page("/old", 301, "/good");
        await using var node = await Node("one", Directory(1, "/good", "/old", "/gone"));
        await Eventually.Happens(async () => (await Counts()) is { All: 3, Unchecked: 0 });
        Assert.Equal([("/gone", LinkOutcome.ClientError, 1), ("/good", LinkOutcome.Works, 0), ("/old", LinkOutcome.Works, 0)],
            (await Links()).Select(link => (new Uri(link.Url).AbsolutePath, link.Outcome!.Value, link.Failures)));
        Assert.Equal(_server.Url("/good"), (await Links())[2].MovedTo);
    }

    [Fact]
    public async Task A_link_that_left_the_directory_leaves_the_list_at_the_next_round()
    {
        await using var node = await Node("one", Directory(1, "/a", "/b"));
        await Eventually.Happens(async () => (await Counts()) is { All: 2, Unchecked: 0 });
        node.Serve(Directory(2, "/b", "/c"));
        await Eventually.Happens(async () => (await Counts()) is { All: 2, Unchecked: 0 } && (await Links())[1].Url == _server.Url("/c"));
        Assert.Equal(["HEAD /b", "GET /b"], _server.Asked.Where(asked => asked.EndsWith("/b")));
    }

    [Fact]
    public async Task A_directory_that_is_not_from_the_database_is_not_taken_for_it()
    {
        await using var node = await Node("one", Directory(0, "/a") with { Origin = SnapshotOrigin.Bundled });
        await Task.Delay(500);
        Assert.Equal(0, (await Counts()).All);
    }

    [Fact]
    public async Task Of_two_nodes_one_checks_and_the_other_takes_over()
    {
        string[] pages = [.. Enumerable.Range(0, 20).Select(page => $"/{page}")];
        foreach (var page in pages)
            _server.Page(page, 200);
        await using var one = await Node("one", Directory(1, pages));
        await using var two = await Node("two", Directory(1, pages));
        await Eventually.Happens(async () => (await Counts()) is { All: 20, Unchecked: 0 });
        Assert.Equal(pages.Length, _server.Asked.Count);

        var holder = await Holder();
        await _database.Execute("select pg_terminate_backend(pid) from pg_locks join pg_database on oid = database where locktype = 'advisory' and datname = current_database()");
        await Eventually.Happens(async () => await Holder() is { } next && next.Pid != holder!.Value.Pid);
        await Eventually.Happens(() => one.Log.Concat(two.Log).Any(line => line.Contains("links are not checked until it does"))); // the node that lost it has noticed
        await CheckAllAgain();

        var stopped = (await Holder())!.Value.Node;
        await (stopped == "one" ? one : two).DisposeAsync();
        await Eventually.Happens(async () => (await Holder())?.Node == (stopped == "one" ? "two" : "one"));
        await CheckAllAgain();
        Assert.DoesNotContain(one.Log.Concat(two.Log), line => line.StartsWith("Error"));
    }

    [Fact]
    public async Task Without_a_database_it_waits_and_says_so_once()
    {
        await using var nothing = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody;Database=none");
        await using var node = await RunningNode.Start(nothing, Directory(1, "/a"));
        await Eventually.Happens(() => !node.Log.IsEmpty);
        await Task.Delay(500);
        Assert.Contains("links are not checked until it does", Assert.Single(node.Log));
    }

    private async Task CheckAllAgain()
    {
        var before = _server.Asked.Count;
        await _database.Execute("update link_check set next_due = now()");
        // All of it on record: a node that ends before leaves the next one some to check once more.
        await Eventually.Happens(async () => await _database.Scalar<long>("select count(*) from link_check where next_due <= now()") == 0);
        Assert.Equal(before + 20, _server.Asked.Count);
    }

    private Task<RunningNode> Node(string name, LoadedSnapshot directory)
    {
        var connection = new NpgsqlConnectionStringBuilder(_database.AsSite) { ApplicationName = name };
        return RunningNode.Start(NpgsqlDataSource.Create(connection), directory);
    }

    private LoadedSnapshot Directory(long revision, params string[] pages)
    {
        var channels = pages.Select((page, index) => new Channel
        {
            Id = $"channel-{index}",
            Kind = ChannelKind.TipLine,
            Name = new("Tips", "Avisos"),
            TakesReports = true,
            Publish = true,
            Website = _server.Url(page),
        });
        return new(new(new DirectoryFacts { Channels = [.. channels] }, revision, DateTimeOffset.UnixEpoch), SnapshotOrigin.Postgres, DateTimeOffset.UnixEpoch);
    }

    private Task<LinkCounts> Counts() => new LinkReport(_source).Counts(DateTimeOffset.UtcNow, default);

    private Task<IReadOnlyList<Postgres.Schema.LinkCheckRow>> Links() => new LinkReport(_source).All(new(), default);

    private async Task<(int Pid, string Node)?> Holder()
    {
        await using var command = _source.CreateCommand(
            """
            select pid, application_name from pg_locks join pg_stat_activity using (pid)
            where locktype = 'advisory' and datname = current_database()
            """);
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? (reader.GetInt32(0), reader.GetString(1)) : null;
    }

    /// <summary>A link checker at work, as a node of the site runs it, but with short waits.</summary>
    private sealed class RunningNode : ILogger<LinkChecker>, IAsyncDisposable
    {
        private readonly CurrentDirectory _current = new(TimeProvider.System);
        private readonly NpgsqlDataSource _database;
        private readonly LinkChecker _checker;

        private RunningNode(NpgsqlDataSource database)
        {
            var options = new LinkCheckOptions { Every = TimeSpan.FromMilliseconds(50), HoldEvery = TimeSpan.FromMilliseconds(50), HostSpacing = TimeSpan.Zero };
            var probe = LinkProbe.For(options, "https://where.example", TimeProvider.System, OutsideConnections.Handler(PlayedServer.Resolve, _ => true));
            _database = database;
            _checker = new(_current, database, new(database), probe, Options.Create(options), TimeProvider.System, this);
        }

        public ConcurrentQueue<string> Log { get; } = new();

        public static async Task<RunningNode> Start(NpgsqlDataSource database, LoadedSnapshot directory)
        {
            var node = new RunningNode(database);
            node.Serve(directory);
            await node._checker.StartAsync(default);
            return node;
        }

        public void Serve(LoadedSnapshot directory) => _current.Replace(directory);

        public async ValueTask DisposeAsync()
        {
            await _checker.StopAsync(default);
            _checker.Dispose();
            await _database.DisposeAsync();
        }

        void ILogger.Log<TState>(LogLevel level, EventId id, TState state, Exception? failure, Func<TState, Exception?, string> format) =>
            Log.Enqueue($"{level}: {format(state, failure)} {failure}");

        bool ILogger.IsEnabled(LogLevel level) => true;

        IDisposable? ILogger.BeginScope<TState>(TState state) => null;
    }
}
