using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Npgsql;

namespace WhereToReport.Drills.Load;

/// <summary>
/// Somebody who sends corrections without a pause, each again until it is acknowledged; every acknowledged one must be in
/// the database afterwards, once.
/// </summary>
internal sealed class Writers : IAsyncDisposable
{
    private static readonly TimeSpan s_every = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient _http;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<(string Text, TimeSpan At)> _acknowledged = new();
    private readonly string _run = Guid.NewGuid().ToString("n");
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Task _writing;

    private Writers(Uri site)
    {
        _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site, Timeout = TimeSpan.FromSeconds(30) };
        _writing = Write();
    }

    public static Writers Start(Uri site) => new(site);

    public TimeSpan Now => _clock.Elapsed;

    /// <summary>The first acknowledgement after a moment; null while there is none.</summary>
    public TimeSpan? FirstAfter(TimeSpan moment) => _acknowledged.Where(each => each.At > moment).Select(each => (TimeSpan?)each.At).FirstOrDefault();

    /// <summary>Ends and counts: what was acknowledged, and how much of it the database does not hold exactly once.</summary>
    public async Task<(int Acknowledged, int Lost)> End(string database)
    {
        await _stop.CancelAsync();
        await _writing;
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select text from correction where text like $1", connection) { Parameters = { new() { Value = _run + "%" } } };
        var stored = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                stored.Add(reader.GetString(0));
        }
        var counts = stored.CountBy(text => text).ToDictionary();
        return (_acknowledged.Count, _acknowledged.Count(each => counts.GetValueOrDefault(each.Text) != 1));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _writing;
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task Write()
    {
        for (var number = 0; !_stop.IsCancellationRequested; number++)
        {
            var form = new Dictionary<string, string> { ["key"] = Guid.NewGuid().ToString(), ["kind"] = "NumberDoesNotWork", ["text"] = $"{_run} {number}" };
            while (!await Send(form) && !_stop.IsCancellationRequested)
                await Task.Delay(s_every);
            await Task.Delay(s_every);
        }
    }

    private async Task<bool> Send(Dictionary<string, string> form)
    {
        try
        {
            using var content = new FormUrlEncodedContent(form);
            using var response = await _http.PostAsync("/corrections/new", content);
            if (response.StatusCode != HttpStatusCode.SeeOther)
                return false;
            _acknowledged.Enqueue((form["text"], _clock.Elapsed));
            return true;
        }
        catch (Exception none) when (none is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
