using Npgsql;

namespace WhereToReport.Postgres.Schema;

/// <summary>
/// The role that the site signs in to the database with. It may do what pages and the desk do, by the list in
/// <c>site-role.sql</c>; the schema, the places and the history belong to the owner, who alone migrates and imports.
/// </summary>
public static class SiteRole
{
    // Roles belong to the whole server, and two at once would each find the role missing.
    private const long OneAtATime = 0x57_54_52_02;

    /// <summary>Makes the role where the server has none of that name, and sets its password.</summary>
    /// <param name="owner">An open connection of somebody who may create roles.</param>
    /// <param name="name">What the site signs in as.</param>
    /// <param name="password">A new password for it; null leaves what is.</param>
    /// <param name="cancel">Ends the attempt and changes nothing.</param>
    public static async Task Ensure(NpgsqlConnection owner, string name, string? password, CancellationToken cancel = default)
    {
        await using var transaction = await owner.BeginTransactionAsync(cancel);
        await Execute(owner, $"select pg_advisory_xact_lock({OneAtATime})", cancel);
        await using (var exists = new NpgsqlCommand("select exists (select from pg_roles where rolname = $1)", owner) { Parameters = { new() { Value = name } } })
        {
            if (await exists.ExecuteScalarAsync(cancel) is false)
                await Execute(owner, $"create role {Identifier(name)} login", cancel);
        }
        if (password is not null)
            await Execute(owner, $"alter role {Identifier(name)} password {Literal(password)}", cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Gives the role what the site needs in this database, and takes away all else.</summary>
    /// <param name="owner">An open connection of the owner of the tables, whose schema is up to date.</param>
    /// <param name="name">What the site signs in as.</param>
    /// <param name="cancel">Ends the attempt and changes nothing.</param>
    public static async Task Grant(NpgsqlConnection owner, string name, CancellationToken cancel = default)
    {
        await using var script = typeof(SiteRole).Assembly.GetManifestResourceStream("site-role.sql")!;
        using var reader = new StreamReader(script);
        var sql = (await reader.ReadToEndAsync(cancel)).Replace("{role}", Identifier(name), StringComparison.Ordinal)
            .Replace("{database}", Identifier(owner.Database), StringComparison.Ordinal);
        await using var transaction = await owner.BeginTransactionAsync(cancel);
        await Execute(owner, sql, cancel);
        await transaction.CommitAsync(cancel);
    }

    private static async Task Execute(NpgsqlConnection owner, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // "alter role" takes no parameters.
    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
