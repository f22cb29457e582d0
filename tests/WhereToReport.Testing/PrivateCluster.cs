using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using WhereToReport.Postgres.Editors;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Testing;

/// <summary>
/// A Postgres server of a test's own, with the durability of a real one, which the test may kill. It belongs to another
/// user where the tests run as root, because Postgres refuses to.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    private static readonly string[] s_needed = ["initdb", "pg_ctl", "pg_basebackup", "pg_dump", "pg_restore"];
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private readonly string _programs = FindPrograms();
    private readonly string _folder = Directory.CreateTempSubdirectory("cluster-").FullName;
    private readonly int _port = FreePort();
    private bool _killed;

    private PrivateCluster()
    {
    }

    public int Port => _port;

    /// <summary>As the owner of the server and of all that is in it.</summary>
    public string ConnectionString => SignIn("directory");

    /// <summary>As the role of the site; see <see cref="Prepare"/>.</summary>
    public string AsSite => SignIn("directory_site");

    /// <summary>A new connection each time, so that none is left over from before a kill.</summary>
    public DirectoryContext Open() => new(DirectoryContext.OptionsFor(ConnectionString + ";Pooling=false"));

    public string Data => Path.Combine(_folder, "data");

    private string ProcessFile => Path.Combine(Data, "postmaster.pid");

    private string Log => Path.Combine(_folder, "log");

    /// <param name="settings">More settings of the server, one a line, as <c>postgresql.conf</c> has them.</param>
    public static async Task<PrivateCluster> Create(string settings = "")
    {
        var cluster = await WithFolder();
        await cluster.RunAsServer("initdb", "-D", cluster.Data, "-U", "directory", "-A", "trust", "-E", "UTF8", "--locale", "C");
        await cluster.Configure(settings);
        await cluster.Start();
        return cluster;
    }

    /// <summary>A hot standby that follows this server by streaming, made by <c>pg_basebackup</c>.</summary>
    /// <param name="name">What the primary knows it by.</param>
    /// <param name="settings">Settings that differ from the primary's, one a line.</param>
    public async Task<PrivateCluster> CreateStandby(string name, string settings = "")
    {
        var standby = await WithFolder();
        await RunAsServer("pg_basebackup", "-D", standby.Data, "-R", "-X", "stream", "-c", "fast", "-d", $"host=127.0.0.1 port={_port} user=directory application_name={name}");
        await standby.Configure(settings);
        await standby.Start();
        return standby;
    }

    /// <summary>A copy of the data folder as it is on the disk now, for a restore up to a moment; it is configured and started by the caller.</summary>
    public async Task<PrivateCluster> CreateBaseBackup()
    {
        var copy = await WithFolder();
        await RunAsServer("pg_basebackup", "-D", copy.Data, "-X", "none", "-c", "fast", "-d", $"host=127.0.0.1 port={_port} user=directory");
        return copy;
    }

    /// <summary>Brings the schema in and lets the site's role do what the site does.</summary>
    public async Task Prepare()
    {
        await using (var context = Open())
            await context.Database.MigrateAsync();
        await using (var editors = new EditorsContext(EditorsContext.OptionsFor(ConnectionString + ";Pooling=false")))
            await editors.Database.MigrateAsync();
        await using var owner = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await owner.OpenAsync();
        await SiteRole.Ensure(owner, "directory_site", password: null);
        await SiteRole.Grant(owner, "directory_site");
    }

    /// <summary>Adds settings, one a line; they hold from the next start.</summary>
    public Task Configure(string settings) => File.AppendAllTextAsync(Path.Combine(Data, "postgresql.conf"), "\n" + settings + "\n");

    /// <summary>Makes a standby the primary, and returns once it takes writes.</summary>
    public Task Promote() => RunAsServer("pg_ctl", "promote", "-s", "-w", "-D", Data);

    /// <summary>Runs one of Postgres's programs as the user that the server belongs to.</summary>
    public Task RunAsServer(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        return ServerUser is { } user
            ? Run("setpriv", ["--reuid", user, "--regid", GroupOf(user), "--clear-groups", path, .. arguments])
            : Run(path, arguments);
    }

    /// <summary>Starts the server and waits until it answers; after a kill the workers of the killed one may take a moment to be gone.</summary>
    /// <exception cref="InvalidOperationException">It does not start; the message ends with what its log says.</exception>
    public async Task Start()
    {
        for (var deadline = DateTime.UtcNow + s_patience; ; await Task.Delay(300))
        {
            try
            {
                await RunAsServer("pg_ctl", "start", "-s", "-w", "-D", Data, "-l", Log,
                    "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''");
                _killed = false;
                return;
            }
            catch (InvalidOperationException failure)
            {
                // Tried again until the deadline.
                if (DateTime.UtcNow >= deadline)
                    throw new InvalidOperationException($"{failure.Message} The log of the server ends with:\n{LastLines()}", failure);
            }
        }
    }

    /// <summary>Kills the server and all its workers at once with SIGKILL: nothing is finished, flushed or said.</summary>
    public void Kill()
    {
        using var server = Process.GetProcessById(int.Parse(File.ReadLines(ProcessFile).First()));
        server.Kill(entireProcessTree: true);
        _killed = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_killed && File.Exists(ProcessFile))
            await RunAsServer("pg_ctl", "stop", "-s", "-D", Data, "-m", "immediate");
        Directory.Delete(_folder, recursive: true);
    }

    private string LastLines() => File.Exists(Log) ? string.Join('\n', File.ReadLines(Log).TakeLast(20)) : "(nothing)";

    private static string? ServerUser => Environment.UserName != "root" ? null : File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:")) ? "postgres" : "nobody";

    private static async Task<PrivateCluster> WithFolder()
    {
        var cluster = new PrivateCluster();
        if (ServerUser is { } user)
            await Run("chown", user, cluster._folder);
        return cluster;
    }

    private string SignIn(string role) =>
        new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = _port, Username = role, Database = "postgres", Timeout = 5 }.ConnectionString;

    private static string GroupOf(string user) => File.ReadLines("/etc/passwd").First(line => line.StartsWith(user + ":")).Split(':')[3];

    // Its output is not read to the end: the server that pg_ctl leaves behind would hold it open.
    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })!;
        await process.WaitForExitAsync().WaitAsync(s_patience);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    // On the path, as Debian's packages put them, or as Homebrew's do.
    private static string FindPrograms() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(Versions("/usr/lib/postgresql", "*"))
            .Concat(Versions("/opt/homebrew/opt", "postgresql@*"))
            .Concat(Versions("/usr/local/opt", "postgresql@*"))
            .FirstOrDefault(folder => s_needed.All(program => File.Exists(Path.Combine(folder, program))))
        ?? throw new InvalidOperationException("No programs of Postgres to start a server with: install postgresql.");

    private static IEnumerable<string> Versions(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.EnumerateDirectories(folder, pattern).OrderDescending().Select(version => Path.Combine(version, "bin")) : [];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
