using Microsoft.EntityFrameworkCore;
using Npgsql;
using WhereToReport.Postgres.Editors;
using WhereToReport.Postgres.Import;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Testing;

/// <summary>A database of its own for a test, a copy of a template that holds the real data.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> s_template = new(CreateTemplate);
    private static readonly SemaphoreSlim s_oneCopyAtATime = new(1);

    private readonly string _name;

    private TestDatabase(string name)
    {
        _name = name;
        ConnectionString = TestServer.For(name);
        AsSite = TestServer.ForSite(name);
    }

    /// <summary>As the owner, who migrates, imports and prepares what a test needs.</summary>
    public string ConnectionString { get; }

    /// <summary>As the role that a site signs in with, so that a right it lacks fails a test.</summary>
    public string AsSite { get; }

    /// <summary>A database with the schema and the real data, as revision 1.</summary>
    public static async Task<TestDatabase> Filled()
    {
        var template = await s_template.Value;
        await s_oneCopyAtATime.WaitAsync();
        try
        {
            return await Create($" template {template}");
        }
        finally
        {
            s_oneCopyAtATime.Release();
        }
    }

    /// <summary>A database with the schema and nothing in it.</summary>
    public static async Task<TestDatabase> Empty()
    {
        var database = await Create("");
        await using var context = database.Open();
        await context.Database.MigrateAsync();
        await using var editors = database.OpenEditors();
        await editors.Database.MigrateAsync();
        await using var owner = new NpgsqlConnection(database.ConnectionString);
        await owner.OpenAsync();
        await SiteRole.Grant(owner, await TestServer.SiteRole());
        return database;
    }

    public DirectoryContext Open() => new(DirectoryContext.OptionsFor(ConnectionString));

    /// <summary>With the rights of the site, as its desk has it.</summary>
    public DirectoryContext OpenAsSite() => new(DirectoryContext.OptionsFor(AsSite));

    /// <summary>The accounts of the editors' desk in this database.</summary>
    public EditorsContext OpenEditors() => new(EditorsContext.OptionsFor(ConnectionString));

    public async Task<T?> Scalar<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T?)await command.ExecuteScalarAsync();
    }

    public async Task Execute(string sql) => await Scalar<object>(sql);

    public async ValueTask DisposeAsync()
    {
        foreach (var pool in new[] { ConnectionString, AsSite })
        {
            using var connection = new NpgsqlConnection(pool);
            NpgsqlConnection.ClearPool(connection);
        }
        await OnServer($"drop database if exists {_name} with (force)");
    }

    private static async Task<TestDatabase> Create(string options)
    {
        var name = "test_" + Guid.NewGuid().ToString("n");
        await OnServer($"create database {name}{options}");
        return new(name);
    }

    private static async Task<string> CreateTemplate()
    {
        await DropLeftOvers();
        var database = await Empty();
        await using (var context = database.Open())
            await new DirectoryImport(context, TimeProvider.System).Run(RealDirectory.Facts);
        using (var connection = new NpgsqlConnection(database.ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => database.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(5));
        return database._name;
    }

    // Databases of test runs that were killed: nobody is connected to them and they are an hour old or older.
    private static async Task DropLeftOvers()
    {
        await using var connection = new NpgsqlConnection(TestServer.ConnectionString);
        await connection.OpenAsync();
        var names = new List<string>();
        await using (var command = new NpgsqlCommand(
            """
            select datname from pg_database
            where datname ~ '^test_[0-9a-f]{32}$'
              and not exists (select from pg_stat_activity where pg_stat_activity.datname = pg_database.datname)
              and (pg_stat_file('base/' || oid || '/PG_VERSION', missing_ok => true)).modification < now() - interval '1 hour'
            """, connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                names.Add(reader.GetString(0));
        }
        foreach (var name in names)
            await OnServer($"drop database if exists {name}");
    }

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(TestServer.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
