using Npgsql;

namespace WhereToReport.Web.Serving;

/// <summary>
/// The connections to Postgres. The connection string may name several hosts: what only reads prefers a standby, so that it
/// goes on while the primary is away; all else goes to whichever host is the primary now.
/// </summary>
public sealed class DatabaseConnections : IAsyncDisposable
{
    // A host that is down is asked again soon, and one that swallows packets is given up soon; what the setting says wins.
    private const string Usual = "Timeout=3;Host Recheck Seconds=1;";

    private readonly NpgsqlMultiHostDataSource _hosts;

    public DatabaseConnections(string connectionString)
    {
        var connection = new NpgsqlDataSourceBuilder(Usual + connectionString) { Name = "directory" };
        connection.ConnectionStringBuilder.ApplicationName = "where-to-report";
        _hosts = connection.BuildMultiHost();
        Primary = _hosts.WithTargetSession(TargetSessionAttributes.Primary);
        ForReading = _hosts.WithTargetSession(TargetSessionAttributes.PreferStandby);
    }

    /// <summary>The host that takes writes.</summary>
    public NpgsqlDataSource Primary { get; }

    /// <summary>A standby where there is one, else the primary.</summary>
    public NpgsqlDataSource ForReading { get; }

    public ValueTask DisposeAsync() => _hosts.DisposeAsync();
}
