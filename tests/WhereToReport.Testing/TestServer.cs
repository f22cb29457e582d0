using Npgsql;

namespace WhereToReport.Testing;

/// <summary>The Postgres server that the tests may make databases on.</summary>
public static class TestServer
{
    private const string SiteRoleName = "directory_site_of_tests";

    private static readonly Lazy<Task<string>> s_siteRole = new(MakeSiteRole);

    public static string ConnectionString { get; } = Find();

    /// <summary>The same server, another database.</summary>
    public static string For(string database) => new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database }.ConnectionString;

    /// <summary>The same, with no more rights than a site has. Its password is the owner's: nobody else knows either.</summary>
    public static string ForSite(string database) =>
        new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database, Username = SiteRoleName }.ConnectionString;

    /// <summary>The name of the role that the tests' sites sign in with; the first to ask makes sure that the server has it.</summary>
    public static Task<string> SiteRole() => s_siteRole.Value;

    private static async Task<string> MakeSiteRole()
    {
        await using var owner = new NpgsqlConnection(ConnectionString);
        await owner.OpenAsync();
        await Postgres.Schema.SiteRole.Ensure(owner, SiteRoleName, new NpgsqlConnectionStringBuilder(ConnectionString).Password);
        return SiteRoleName;
    }

    // What ./dev sets, or the private cluster of this clone while some ./dev keeps it up.
    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("ConnectionStrings__Directory") is { Length: > 0 } given)
            return given;
        var state = Path.Combine(Repository.Root, ".dev");
        if (File.Exists(Path.Combine(state, "port")) && File.Exists(Path.Combine(state, "password")))
        {
            var connection = new NpgsqlConnectionStringBuilder
            {
                Host = "127.0.0.1",
                Port = int.Parse(File.ReadAllText(Path.Combine(state, "port"))),
                Username = "directory",
                Password = File.ReadAllText(Path.Combine(state, "password")).Trim(),
                Database = "directory",
            };
            if (Answers(connection.ConnectionString))
                return connection.ConnectionString;
        }
        throw new InvalidOperationException("No Postgres to test against: run ./dev test, keep ./dev run or ./dev db open, or set ConnectionStrings__Directory.");
    }

    private static bool Answers(string connectionString)
    {
        try
        {
            using var connection = new NpgsqlConnection(connectionString);
            connection.Open();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
