using Npgsql;
using WhereToReport.Postgres.Corrections;

namespace WhereToReport.Web.Pages.Corrections;

/// <summary>
/// Deletes the e-mail addresses of corrections that were decided long enough ago, every hour. Every node does: deleting
/// what another has deleted does nothing.
/// </summary>
internal sealed partial class AddressDeletion(CorrectionDesk desk, TimeProvider time, ILogger<AddressDeletion> log) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(s_every, time);
        do
        {
            try
            {
                if (await desk.ForgetAddresses(stopping) is > 0 and var count)
                    Deleted(count);
            }
            catch (NpgsqlException down)
            {
                Postponed(down.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    [LoggerMessage(LogLevel.Information, "{Count} e-mail addresses of decided corrections deleted.")]
    private partial void Deleted(int count);

    [LoggerMessage(LogLevel.Warning, "The e-mail addresses of decided corrections cannot be deleted now ({Reason}); trying again in an hour.")]
    private partial void Postponed(string reason);
}
