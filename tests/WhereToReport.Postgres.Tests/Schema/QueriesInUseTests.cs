using Npgsql;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Schema;

/// <summary>
/// While nodes are replaced one after the other, those of the version before run on the new schema. What they ask is kept in
/// <c>queries-in-use.sql</c>, recorded from a test run of the version that is in use (<c>./dev record-queries</c>).
/// </summary>
public class QueriesInUseTests
{
    [Fact]
    public async Task The_version_in_use_gets_along_with_this_schema_and_with_the_rights_of_its_role()
    {
        var statements = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "tests/WhereToReport.Postgres.Tests/Schema/queries-in-use.sql"));
        await using var database = await TestDatabase.Empty();
        await using var site = new NpgsqlConnection(database.AsSite);
        await site.OpenAsync();

        var failures = new List<string>();
        foreach (var statement in statements)
        {
            try
            {
                await Plan(site, statement);
            }
            catch (PostgresException refused)
            {
                failures.Add($"{refused.MessageText}: {statement}");
            }
        }
        Assert.Empty(failures);
        Assert.InRange(statements.Length, 50, int.MaxValue);
    }

    [Fact]
    public async Task A_query_of_a_column_that_is_gone_is_noticed()
    {
        await using var database = await TestDatabase.Empty();
        await using var site = new NpgsqlConnection(database.AsSite);
        await site.OpenAsync();
        await Assert.ThrowsAsync<PostgresException>(() => Plan(site, "select long_gone from channel where id = $1"));
        await Assert.ThrowsAsync<PostgresException>(() => Plan(site, "delete from record_change where id = $1"));
    }

    // Planned as if to be run, so that names, types and rights are checked, but not run.
    private static async Task Plan(NpgsqlConnection site, string statement)
    {
        await using (var prepare = new NpgsqlCommand("prepare asked as " + statement, site))
            await prepare.ExecuteNonQueryAsync();
        try
        {
            await using var count = new NpgsqlCommand("select cardinality(parameter_types) from pg_prepared_statements where name = 'asked'", site);
            var parameters = (int)(await count.ExecuteScalarAsync())!;
            var nulls = parameters == 0 ? "" : $"({string.Join(", ", Enumerable.Repeat("null", parameters))})";
            await using var explain = new NpgsqlCommand("explain execute asked" + nulls, site);
            await explain.ExecuteNonQueryAsync();
        }
        finally
        {
            await using var forget = new NpgsqlCommand("deallocate asked", site);
            await forget.ExecuteNonQueryAsync();
        }
    }
}
