using Npgsql;
using WhereToReport.Postgres.Schema;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Schema;

/// <summary>What the role that the site signs in with can and cannot do. The tests of the site and of the desk run as this role too.</summary>
public sealed class SiteRoleTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private NpgsqlDataSource _site = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Filled();
        _site = NpgsqlDataSource.Create(_database.AsSite);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("update record_change set reason = 'x'")]
    [InlineData("delete from record_change")]
    [InlineData("truncate record_change")]
    [InlineData("alter table record_change disable trigger all")]
    [InlineData("update directory_revision set summary = 'x'")]
    [InlineData("delete from directory_revision")]
    [InlineData("delete from proposal")]
    [InlineData("delete from correction")]
    [InlineData("update correction set text = 'x'")]
    [InlineData("update correction set receipt = '0000000000'")]
    [InlineData("update county set name = 'x'")]
    [InlineData("delete from zip_county")]
    [InlineData("select * from imported_record")]
    [InlineData("select * from \"__EFMigrationsHistory\"")]
    [InlineData("select * from desk.\"__EFMigrationsHistory\"")]
    [InlineData("refresh materialized view place_name")]
    [InlineData("drop table channel")]
    [InlineData("alter table channel add column x text")]
    [InlineData("create table public.x ()")]
    [InlineData("create table desk.x ()")]
    [InlineData("create schema x")]
    [InlineData("create role x")]
    [InlineData("select pg_read_file('/etc/passwd')")]
    [InlineData("copy channel to program 'cat'")]
    public async Task The_site_may_not(string sql)
    {
        await using var command = _site.CreateCommand(sql);
        var refused = await Assert.ThrowsAsync<PostgresException>(async () => await command.ExecuteNonQueryAsync());
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_site_makes_no_temporary_table()
    {
        await using var empty = await TestDatabase.Empty();
        await using var connection = new NpgsqlConnection(empty.AsSite);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("create temporary table x ()", connection);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(async () => await command.ExecuteNonQueryAsync())).SqlState);
    }

    [Fact]
    public async Task It_is_an_ordinary_role()
    {
        await using var command = _site.CreateCommand("select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls from pg_roles where rolname = current_user");
        Assert.Equal(false, await command.ExecuteScalarAsync());
        await using var memberships = _site.CreateCommand("select count(*) from pg_auth_members where member = (select oid from pg_roles where rolname = current_user)");
        Assert.Equal(0L, await memberships.ExecuteScalarAsync());
    }

    // A new table stands in site-role.sql, or here.
    [Fact]
    public async Task Every_table_but_those_of_migrations_and_imports_is_named_in_the_list_of_rights()
    {
        await using var command = _site.CreateCommand(
            """
            select coalesce(string_agg(relname, ', ' order by relname), '') from pg_class
            where relkind in ('r', 'p', 'v', 'm') and relnamespace in ('public'::regnamespace, 'desk'::regnamespace)
              and not has_table_privilege(oid, 'select')
            """);
        Assert.Equal("__EFMigrationsHistory, __EFMigrationsHistory, imported_record", await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Rights_that_somebody_added_by_hand_are_taken_back()
    {
        await _database.Execute($"grant delete, truncate on record_change to {await TestServer.SiteRole()}");
        await using var owner = new NpgsqlConnection(_database.ConnectionString);
        await owner.OpenAsync();
        await SiteRole.Grant(owner, await TestServer.SiteRole());
        Assert.False(await _database.Scalar<bool>($"select has_table_privilege('{await TestServer.SiteRole()}', 'record_change', 'delete, truncate')"));
    }

    [Fact]
    public async Task A_password_may_hold_any_character_and_replaces_the_one_before()
    {
        var role = "site_" + Guid.NewGuid().ToString("n");
        await using var owner = new NpgsqlConnection(_database.ConnectionString);
        await owner.OpenAsync();
        try
        {
            await SiteRole.Ensure(owner, role, "old");
            await SiteRole.Ensure(owner, role, "it's \"new\" \\; drop table channel; --");
            await SiteRole.Ensure(owner, role, null);
            Assert.True(await _database.Scalar<bool>($"select rolpassword like 'SCRAM-SHA-256$%' from pg_authid where rolname = '{role}'"));
        }
        finally
        {
            await _database.Execute($"drop role if exists {role}");
        }
    }
}
