using Npgsql;
using WhereToReport.Domain.Places;

namespace WhereToReport.Postgres.Search;

/// <summary>Finds the places whose names are most like a text with typing errors, by trigrams in the database.</summary>
public sealed class PlaceSearch(NpgsqlDataSource database)
{
    private const int MostSuggestions = 6;
    private const int PatienceInSeconds = 2;

    /// <summary>
    /// The FIPS codes of counties and USPS codes of states with a similar name, most similar first, each place once.
    /// </summary>
    /// <param name="text">What was typed.</param>
    /// <param name="within">Only places in this state, where one was understood.</param>
    /// <param name="cancel">Ends the search.</param>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public async Task<IReadOnlyList<SimilarPlace>> Similar(string text, State? within, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            with similar_name as (
                select name, state_code, county_fips, weight, similarity(search_name, $1) as likeness
                from place_name
                where search_name % $1 and ($2::text is null or state_code = $2)
            ),
            best as (
                select distinct on (state_code, county_fips) *
                from similar_name order by state_code, county_fips, likeness desc, name
            )
            select name, state_code, county_fips from best
            where likeness >= 0.7 * (select max(likeness) from best)
            order by likeness desc, weight desc, name limit $3
            """);
        command.CommandTimeout = PatienceInSeconds;
        command.Parameters.AddWithValue(PlaceText.Normalize(text));
        command.Parameters.Add(new() { Value = (object?)within?.Code ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.AddWithValue(MostSuggestions);

        var places = new List<SimilarPlace>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            places.Add(new(reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2)));
        return places;
    }
}

/// <summary>A name like the one that was typed, and the state or county that it belongs to.</summary>
public sealed record SimilarPlace(string Name, string StateCode, string? CountyFips);
