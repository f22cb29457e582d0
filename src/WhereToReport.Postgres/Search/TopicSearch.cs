using Npgsql;
using WhereToReport.Domain;

namespace WhereToReport.Postgres.Search;

/// <summary>What a topic search found: a situation or a channel, by its id.</summary>
public sealed record FoundTopic(bool IsSituation, string Id);

/// <summary>Finds situations and channels by what happened, in English and Spanish, with the database's full-text search.</summary>
public sealed class TopicSearch(NpgsqlDataSource database)
{
    private const int PatienceInSeconds = 2;
    private const int MostTopics = 8;

    // Any of the words will do, the best match first; the words of both languages are tried, because people mix them.
    private const string Query =
        """
        with wanted as (
            select 'en' as language, nullif(replace(plainto_tsquery('english_plain', $1)::text, '&', '|'), '')::tsquery as words
            union all
            select 'es', nullif(replace(plainto_tsquery('spanish_plain', $1)::text, '&', '|'), '')::tsquery
        ),
        found as (
            select topic.kind, topic.id, max(ts_rank(topic.document, wanted.words) * case when topic.language = $2 then 1.1 else 1 end) as rank
            from topic join wanted on topic.language = wanted.language and topic.document @@ wanted.words
            group by topic.kind, topic.id
        )
        select kind, id from found
        where rank >= greatest(0.32, 0.4 * (select max(rank) from found))
        order by kind = 'situation' desc, rank desc, id
        limit $3
        """;

    /// <summary>Situations first, then channels, best match first.</summary>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public async Task<IReadOnlyList<FoundTopic>> Find(string text, Language language, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Query);
        command.CommandTimeout = PatienceInSeconds;
        command.Parameters.Add(new() { Value = text.Replace('\0', ' ') });
        command.Parameters.Add(new() { Value = language.Code() });
        command.Parameters.Add(new() { Value = MostTopics });

        var topics = new List<FoundTopic>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            topics.Add(new(reader.GetString(0) == "situation", reader.GetString(1)));
        return topics;
    }
}
