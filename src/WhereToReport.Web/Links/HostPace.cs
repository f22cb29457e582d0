using System.Collections.Concurrent;

namespace WhereToReport.Web.Links;

/// <summary>One request to a host at a time, with a rest between two, and none before the time that a host has asked for.</summary>
internal sealed class HostPace(TimeSpan spacing, TimeProvider time)
{
    private static readonly TimeSpan s_longestRest = TimeSpan.FromDays(7);

    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits until the host may be asked; the turn lasts until it is disposed.</summary>
    public async Task<IDisposable> Turn(string name, CancellationToken cancel)
    {
        var host = _hosts.GetOrAdd(name, _ => new());
        await host.OneAtATime.WaitAsync(cancel);
        try
        {
            if (host.AskedAt + spacing - time.GetUtcNow() is { } rest && rest > TimeSpan.Zero)
                await Task.Delay(rest, time, cancel);
            return new HostTurn(host, time);
        }
        catch
        {
            host.OneAtATime.Release();
            throw;
        }
    }

    /// <summary>Leaves a host alone until a time, a week from now at most.</summary>
    public void Rest(string name, DateTimeOffset until)
    {
        var longest = time.GetUtcNow() + s_longestRest;
        _hosts.GetOrAdd(name, _ => new()).RestsUntil = until < longest ? until : longest;
    }

    /// <summary>The time before which the host must not be asked; null where it may be.</summary>
    public DateTimeOffset? RestsUntil(string name) =>
        _hosts.TryGetValue(name, out var host) && host.RestsUntil > time.GetUtcNow() ? host.RestsUntil : null;

    private sealed class Host
    {
        public SemaphoreSlim OneAtATime { get; } = new(1);
        public DateTimeOffset? AskedAt { get; set; }
        public DateTimeOffset RestsUntil { get; set; }
    }

    private sealed class HostTurn(Host host, TimeProvider time) : IDisposable
    {
        public void Dispose()
        {
            host.AskedAt = time.GetUtcNow();
            host.OneAtATime.Release();
        }
    }
}
