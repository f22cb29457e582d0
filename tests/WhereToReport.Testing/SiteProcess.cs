using System.Diagnostics;
using System.Text.RegularExpressions;

namespace WhereToReport.Testing;

/// <summary>The real site in a process of its own, on a free port of the loopback address.</summary>
public sealed partial class SiteProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly string _folder;
    private readonly List<string> _output = [];
    private readonly VisitorMarks _marks = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Drills use the site as it is deployed: compiled ahead of time.
    private static string? Published => Environment.GetEnvironmentVariable("PUBLISHED_SITE");

    private SiteProcess(Process process, string folder)
    {
        _process = process;
        _folder = folder;
    }

    public HttpClient Http { get; private set; } = null!;

    public Uri Address => Http.BaseAddress!;

    /// <summary>Time from the start of the process to its first answer on <c>/health/ready</c>.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>The file in which the site keeps its snapshot.</summary>
    public string SnapshotFile => Path.Combine(_folder, "snapshot.json");

    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Adds to what no log may hold: requests that go another way than <see cref="Http"/>, or what they bring.</summary>
    public VisitorMarks Marks => _marks;

    /// <summary>All that the site has written to its console so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return string.Join('\n', _output);
        }
    }

    /// <param name="connectionString">The database; an address where nothing listens, to start without one.</param>
    /// <param name="prepare">May put a snapshot file in place before the start.</param>
    /// <param name="settings">More settings of the site, as environment variables.</param>
    /// <param name="program">Another build of the site, with its <c>wwwroot</c> beside it.</param>
    public static async Task<SiteProcess> Start(string connectionString, Action<string>? prepare = null, IReadOnlyDictionary<string, string>? settings = null, string? program = null)
    {
        program ??= Published;
        var folder = Directory.CreateTempSubdirectory("site-").FullName;
        var start = new ProcessStartInfo("dotnet", [program ?? Repository.Program("WhereToReport.Web")])
        {
            WorkingDirectory = Path.GetDirectoryName(program) ?? Path.Combine(Repository.Root, "src", "WhereToReport.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ConnectionStrings__Directory"] = connectionString,
                ["Directory__SnapshotFile"] = Path.Combine(folder, "snapshot.json"),
                ["Directory__BundledData"] = Repository.Data,
                ["LinkCheck__Enabled"] = "false",
            },
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        prepare?.Invoke(Path.Combine(folder, "snapshot.json"));

        var clock = Stopwatch.StartNew();
        var site = new SiteProcess(new Process { StartInfo = start, EnableRaisingEvents = true }, folder);
        try
        {
            await site.Run(clock);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    public int ProcessId => _process.Id;

    /// <summary>Waits until the site serves the database: on a busy machine it starts from the bundled data and reads the database then.</summary>
    public Task UntilItServesTheDatabase() => Eventually.Happens(
        async () => (await Http.GetStringAsync("/health/ready")).Contains("\"postgres\"", StringComparison.Ordinal), within: s_patience, otherwise: () => Output);

    /// <summary>Ends the process as a power cut would (SIGKILL).</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks the process to finish what it has begun and to end (SIGTERM); returns its exit code.</summary>
    public async Task<int> Stop()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
            await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(s_patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
        _marks.AssertNotIn(Output);
    }

    private async Task Run(Stopwatch clock)
    {
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException($"The site stopped at its start:\n{Output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        var address = await _listening.Task.WaitAsync(s_patience);
        Http = new(_marks.Watch(new() { AllowAutoRedirect = false, UseCookies = false })) { BaseAddress = address };
        (await Http.GetAsync("/health/ready")).EnsureSuccessStatusCode();
        ReadyAfter = clock.Elapsed;
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.Add(line);
        if (ListeningOn().Match(line) is { Success: true } match)
            _listening.TrySetResult(new(match.Groups[1].Value));
    }

    [GeneratedRegex(@"Now listening on: (http://[^\s""]+)")]
    private static partial Regex ListeningOn();
}
