using Npgsql;
using NpgsqlTypes;
using WhereToReport.Domain.Places;

namespace WhereToReport.Postgres.Search;

/// <summary>Finds the places whose names are most like a text with typing errors, by trigrams in the database.</summary>
public sealed class PlaceSearch(NpgsqlDataSource database)
{
    private const int MostSuggestions = 6;
    private const int PatienceInSeconds = 2;

    // Alike by letters (trigrams) or by sound ("Filadelfia"); of those, what needs the fewest corrections and is big.
    private const string Query =
        """
        with similar_name as (
            select name, state_code, county_fips, weight,
                   similarity(search_name, $1)
                   + 1 - levenshtein(search_name, $1)::real / greatest(length(search_name), length($1))
                   + 0.04 * ln(1 + weight) as likeness
            from place_name
            where (search_name % $1 or sound = dmetaphone($1) and levenshtein(search_name, $1) <= length($1) / 2)
              and ($2::text is null or state_code = $2)
        ),
        best as (
            select distinct on (state_code, county_fips) *
            from similar_name order by state_code, county_fips, likeness desc, name
        )
        select name, state_code, county_fips from best
        where likeness >= 0.75 * (select max(likeness) from best)
        order by likeness desc, weight desc, name limit $3
        """;

    /// <summary>The counties and states with a similar name, the likeliest first, each once.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="within">Only places in this state, where one was understood.</param>
    /// <param name="cancel">Ends the search.</param>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public async Task<IReadOnlyList<SimilarPlace>> Similar(string text, State? within, CancellationToken cancel)
    {
        await using var batch = database.CreateBatch();
        batch.Timeout = PatienceInSeconds;
        batch.BatchCommands.Add(new("set pg_trgm.similarity_threshold = 0.22"));
        batch.BatchCommands.Add(new(Query)
        {
            Parameters =
            {
                new() { Value = PlaceText.Normalize(text) },
                new() { Value = (object?)within?.Code ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = MostSuggestions },
            },
        });

        var places = new List<SimilarPlace>();
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            places.Add(new(reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2)));
        return places;
    }
}

/// <summary>A name like the one that was typed, and the state or county that it belongs to.</summary>
public sealed record SimilarPlace(string Name, string StateCode, string? CountyFips);
