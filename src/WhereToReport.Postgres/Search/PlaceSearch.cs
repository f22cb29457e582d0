using Npgsql;
using NpgsqlTypes;
using WhereToReport.Domain.Places;

namespace WhereToReport.Postgres.Search;

/// <summary>Finds the places whose names are most like a text with typing errors, by trigrams in the database.</summary>
public sealed class PlaceSearch(NpgsqlDataSource database)
{
    private const int MostSuggestions = 6;
    private const int PatienceInSeconds = 10;
    private const int ShortestNameInside = 4;
    private const int SmallestNameInside = 3;
    private const int CorrectionsForNameInside = 2;

    // Alike by letters (trigrams) or by sound ("Filadelfia"): more than will be shown, the ranking is done below.
    private const string Query =
        """
        select name, state_code, county_fips, weight, sound = dmetaphone($1) as sounds_alike
        from place_name
        where (search_name % $1 or sound = dmetaphone($1) and levenshtein(search_name, $1) <= length($1) / 2)
          and ($2::text is null or state_code = $2)
        order by similarity(search_name, $1) + 1 - levenshtein(search_name, $1)::real / greatest(length(search_name), length($1)) desc, weight desc
        limit 100
        """;

    /// <summary>The counties and states with a similar name, the likeliest first, each once.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="within">Only places in this state, where one was understood.</param>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public async Task<IReadOnlyList<SimilarPlace>> Similar(string text, State? within)
    {
        var typed = PlaceText.SpelledOut(text);
        await using var batch = database.CreateBatch();
        batch.Timeout = PatienceInSeconds;
        batch.BatchCommands.Add(new("set pg_trgm.similarity_threshold = 0.22"));
        batch.BatchCommands.Add(new(Query)
        {
            Parameters =
            {
                new() { Value = typed },
                new() { Value = (object?)within?.Code ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
            },
        });

        var candidates = new List<Candidate>();
        await using var reader = await batch.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var place = new SimilarPlace(reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2));
            var weight = reader.GetInt32(3);
            candidates.Add(new(place, weight, reader.GetBoolean(4), Corrections(typed, place.Name, weight)));
        }
        return Best(candidates, typed);
    }

    // The fewest corrections first, and of places equally near the biggest; what needs too many is no suggestion.
    private static IReadOnlyList<SimilarPlace> Best(IEnumerable<Candidate> candidates, string typed)
    {
        var near = candidates
            .Where(candidate => candidate.Corrections <= typed.Length / (candidate.SoundsAlike ? 2 : 3))
            .OrderBy(candidate => candidate.Corrections)
            .ThenByDescending(candidate => candidate.Weight)
            .ThenBy(candidate => candidate.Place.Name, StringComparer.Ordinal)
            .ThenBy(candidate => candidate.Place.CountyFips, StringComparer.Ordinal)
            .DistinctBy(candidate => (candidate.Place.StateCode, candidate.Place.CountyFips))
            .ToArray();
        return [.. near.TakeWhile(candidate => candidate.Corrections <= near[0].Corrections + 1).Take(MostSuggestions).Select(candidate => candidate.Place)];
    }

    // "Houston suburbs" holds a name whole: as good as a name with two typing errors. Small towns have names such as Hurt.
    private static int Corrections(string typed, string name, int weight)
    {
        var spelledOut = PlaceText.SpelledOut(name);
        return weight >= SmallestNameInside && spelledOut.Length >= ShortestNameInside && $" {typed} ".Contains($" {spelledOut} ", StringComparison.Ordinal)
            ? CorrectionsForNameInside
            : Spelling.Corrections(typed, spelledOut);
    }

    private sealed record Candidate(SimilarPlace Place, int Weight, bool SoundsAlike, int Corrections);
}

/// <summary>A name like the one that was typed, and the state or county that it belongs to.</summary>
public sealed record SimilarPlace(string Name, string StateCode, string? CountyFips);
