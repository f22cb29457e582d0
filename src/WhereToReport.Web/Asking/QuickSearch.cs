using Npgsql;
using WhereToReport.Web.Serving;
using WhereToReport.Web.Telemetry;

namespace WhereToReport.Web.Asking;

/// <summary>
/// Searches the database for as long as that is quick. Only those who meet it first when it is slow wait for the deadline:
/// from then on nobody waits, and one search at a time goes on behind the visitors' backs until one was quick again.
/// </summary>
public sealed partial class QuickSearch(CurrentDirectory current, TimeProvider time, ILogger<QuickSearch> log)
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(1);

    private volatile bool _isSlow;
    private int _trials;

    /// <summary>What the database finds; null where it does not answer, or not soon enough.</summary>
    public async Task<T?> Find<T>(string what, Func<Task<T>> search, CancellationToken cancel)
        where T : class
    {
        if (!current.DatabaseAnswers)
            return null;
        if (_isSlow)
        {
            _ = Task.Run(() => Try(search), CancellationToken.None);
            return null;
        }
        using var span = Spans.Source.StartActivity(what);
        try
        {
            // The query goes on behind the visitor's back: giving it up would hold a thread until the server has heard of that.
            return await search().WaitAsync(s_deadline, time, cancel);
        }
        catch (Exception down) when (down is NpgsqlException or TimeoutException)
        {
            if (!_isSlow)
                NoSearch(down.GetType().Name);
            _isSlow = true;
            return null;
        }
    }

    private async Task Try<T>(Func<Task<T>> search)
    {
        if (Interlocked.CompareExchange(ref _trials, 1, 0) != 0)
            return;
        try
        {
            var started = time.GetTimestamp();
            await search();
            if (time.GetElapsedTime(started) < s_deadline)
            {
                _isSlow = false;
                SearchesAgain();
            }
        }
        catch (Exception down) when (down is NpgsqlException or TimeoutException)
        {
            // Still slow or away, as has been said.
        }
        catch (Exception fault)
        {
            // Nobody waits for this task, so nobody else would tell of it.
            TrialFailed(fault);
        }
        finally
        {
            Volatile.Write(ref _trials, 0);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database cannot be searched ({Reason}); searching in memory.")]
    private partial void NoSearch(string reason);

    [LoggerMessage(LogLevel.Information, "The database is searched again.")]
    private partial void SearchesAgain();

    [LoggerMessage(LogLevel.Error, "A search of the database failed.")]
    private partial void TrialFailed(Exception fault);
}
