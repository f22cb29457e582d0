using Npgsql;
using NpgsqlTypes;
using WhereToReport.Domain.Places;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Import;

/// <summary>Writes the gazetteer in bulk, by COPY, on a connection that is already inside the import's transaction.</summary>
internal static class GazetteerCopy
{
    public static async Task Write(NpgsqlConnection connection, Gazetteer gazetteer, CancellationToken cancel)
    {
        // Channels refer to states and counties, so those are merged in place; nothing refers to the rest.
        await Execute(connection, "delete from zip_county; delete from zip_code; delete from military_zip_code; delete from place_alias; delete from world_city", cancel);

        await Merge(connection, "state", "code", ["code", "fips", "name", "kind"], gazetteer.States,
            state => [state.Code, state.Fips, state.Name, EnumName<StateKind>.Of(state.Kind)], cancel);
        await Merge(connection, "county", "fips", ["fips", "state_code", "name", "short_name"], gazetteer.Counties,
            county => [county.Fips, county.State, county.Name, county.ShortName], cancel);
        await Copy(connection, "zip_code (zip, place, state_code, latitude, longitude)", gazetteer.ZipCodes,
            zip => [zip.Zip, zip.Place, zip.State, zip.Latitude, zip.Longitude], cancel);
        await Copy(connection, "zip_county (zip, county_fips, is_primary)", gazetteer.ZipCounties,
            pair => [pair.Zip, pair.CountyFips, pair.Primary], cancel);
        await Copy(connection, "military_zip_code (zip, place)", gazetteer.MilitaryZipCodes, zip => [zip.Zip, zip.Place], cancel);
        await Copy(connection, "place_alias (name, position, state_code, county_fips, country_code)", [.. RowsFromFacts.Rows(gazetteer.Aliases)],
            alias => [alias.Name, alias.Position, alias.StateCode, alias.CountyFips, alias.CountryCode], cancel);
        await Copy(connection, "world_city (name, country_code)", gazetteer.WorldCities, city => [city.Name, city.Country], cancel);

        await Execute(connection, "refresh materialized view place_name", cancel);
    }

    private static async Task Merge<T>(
        NpgsqlConnection connection, string table, string key, string[] columns, IReadOnlyList<T> rows, Func<T, object?[]> values, CancellationToken cancel)
    {
        var incoming = $"incoming_{table}";
        var list = string.Join(", ", columns);
        await Execute(connection, $"create temporary table {incoming} (like {table}) on commit drop", cancel);
        await Copy(connection, $"{incoming} ({list})", rows, values, cancel);
        await Execute(connection,
            $"""
            insert into {table} ({list}) select {list} from {incoming}
            on conflict ({key}) do update set {string.Join(", ", columns.Select(column => $"{column} = excluded.{column}"))};
            delete from {table} where {key} not in (select {key} from {incoming})
            """, cancel);
    }

    private static async Task Copy<T>(
        NpgsqlConnection connection, string target, IReadOnlyList<T> rows, Func<T, object?[]> values, CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {target} from stdin (format binary)", cancel);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancel);
            foreach (var value in values(row))
                await Write(copy, value, cancel);
        }
        await copy.CompleteAsync(cancel);
    }

    private static Task Write(NpgsqlBinaryImporter copy, object? value, CancellationToken cancel) => value switch
    {
        null => copy.WriteNullAsync(cancel),
        string text => copy.WriteAsync(text, NpgsqlDbType.Text, cancel),
        double number => copy.WriteAsync(number, NpgsqlDbType.Double, cancel),
        bool flag => copy.WriteAsync(flag, NpgsqlDbType.Boolean, cancel),
        int number => copy.WriteAsync(number, NpgsqlDbType.Integer, cancel),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
