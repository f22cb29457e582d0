using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace WhereToReport.Drills.Load;

/// <summary>What visitors met: how many asked, who got no or a wrong answer, and how long 99 of 100 waited at most.</summary>
internal sealed record Met(int Asked, double Seconds, IReadOnlyList<string> Failed, IReadOnlyList<string> Wrong, double P99Milliseconds)
{
    public double PerSecond => Asked / Seconds;

    /// <summary>How long they waited, and the first of those who got no answer, in words.</summary>
    public string Words => $"visitors' p99 {P99Milliseconds:0} ms{string.Concat(Failed.Take(3).Select(failure => "; " + failure))}";
}

/// <summary>
/// Visitors who come at a steady pace, however slow the site is (an open loop): most with a ZIP code, whose answer is
/// compared with what it must be, some to read a page, and one in a hundred with a typing error, which needs a search.
/// </summary>
internal sealed class Visitors : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<double> _waited = [];
    private readonly ConcurrentQueue<string> _failed = new();
    private readonly ConcurrentQueue<string> _wrong = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Task _coming;

    private Visitors(Uri site, int perSecond)
    {
        _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site, Timeout = s_patience };
        _coming = Come(TimeSpan.FromSeconds(1.0 / perSecond));
    }

    public static Visitors Start(Uri site, int perSecond = 50) => new(site, perSecond);

    public async Task<Met> End()
    {
        await _stop.CancelAsync();
        await _coming;
        var waited = _waited.Order().ToArray();
        return new(waited.Length, _clock.Elapsed.TotalSeconds, [.. _failed], [.. _wrong], waited.Length == 0 ? 0 : waited[(int)(waited.Length * 0.99)]);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _coming;
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task Come(TimeSpan every)
    {
        var visits = new List<Task>();
        for (var number = 0; !_stop.IsCancellationRequested; number++)
        {
            // Late visitors catch up, so that a slow moment does not spare the site any of them.
            if (every * number - _clock.Elapsed is { Ticks: > 0 } wait)
                await Task.Delay(wait);
            visits.Add(Visit(number));
        }
        await Task.WhenAll(visits);
    }

    private Task Visit(int number) => (number % 100) switch
    {
        50 => Ask("/api/v1/answer?place=Los+Angelos", HttpStatusCode.NotFound, body => Holds(body, "not known")),
        25 => Ask("/us/ca/santa-clara-county", HttpStatusCode.OK, body => Holds(body, "CyberTipline")),
        75 => Ask("/situations/sextortion", HttpStatusCode.OK, body => Holds(body, "CyberTipline")),
        _ => Question.All[number % Question.All.Count] is var question ? Ask(question.Address, HttpStatusCode.OK, question.IsAnsweredBy) : Task.CompletedTask,
    };

    private async Task Ask(string address, HttpStatusCode expected, Func<byte[], bool> isRight)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            using var response = await _http.GetAsync(address);
            var body = await response.Content.ReadAsByteArrayAsync();
            if (response.StatusCode != expected)
                _failed.Enqueue($"{address}: {(int)response.StatusCode}");
            else if (!isRight(body))
                _wrong.Enqueue(address);
        }
        catch (Exception none) when (none is HttpRequestException or OperationCanceledException)
        {
            _failed.Enqueue($"{address}: {none.Message}");
        }
        _waited.Add(clock.Elapsed.TotalMilliseconds);
    }

    private static bool Holds(byte[] body, string text) => System.Text.Encoding.UTF8.GetString(body).Contains(text, StringComparison.Ordinal);
}
