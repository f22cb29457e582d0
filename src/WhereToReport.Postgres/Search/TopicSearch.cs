using Npgsql;
using WhereToReport.Domain;

namespace WhereToReport.Postgres.Search;

/// <summary>What a topic search found: a situation or a channel, by its id.</summary>
public sealed record FoundTopic(bool IsSituation, string Id);

/// <summary>Finds situations and channels by what happened, in English and Spanish, with the database's full-text search.</summary>
public sealed class TopicSearch(NpgsqlDataSource database)
{
    private const int PatienceInSeconds = 10;
    private const int MostTopics = 8;

    // Any of the words will do, in either language, because people mix them; but none that says nothing in one of the two ("the",
    // "de"). A word says the less, the more situations have it; one that most have ("child") counts only where nothing rarer was said.
    private const string Query =
        """
        with said as (
            select language, word::tsquery as word
            from (values ('en', 'english_plain'::regconfig, 'spanish_plain'::regconfig), ('es', 'spanish_plain', 'english_plain')) tongue (language, own, other)
            cross join regexp_split_to_table(plainto_tsquery(own, $1)::text, ' & ') word
            where word <> '' and numnode(plainto_tsquery(other, word)) > 0
        ),
        heard as (
            select topic.kind, topic.id, topic.language, said.word::text as word, ts_rank(topic.document, said.word) as rank
            from said join topic on topic.language = said.language and topic.document @@ said.word
        ),
        common as (
            select word, max(situations) as situations
            from (select word, count(*) as situations from heard where kind = 'situation' and rank >= 0.5 group by word, language) each
            group by word
        ),
        weighed as (
            select kind, id, sum(rank / sqrt(coalesce(situations, 1))) * case when language = $2 then 1.1 else 1 end as rank
            from heard left join common using (word)
            where coalesce(situations, 1) <= greatest(8, (select min(situations) from common))
            group by kind, id, language
            having max(rank) >= 0.5
        ),
        found as (
            select kind, id, max(rank) as rank from weighed group by kind, id
        )
        select kind, id from found
        where rank >= 0.4 * (select max(rank) from found)
        order by kind = 'situation' desc, rank desc, id
        limit $3
        """;

    /// <summary>Situations first, then channels, best match first.</summary>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public async Task<IReadOnlyList<FoundTopic>> Find(string text, Language language)
    {
        await using var command = database.CreateCommand(Query);
        command.CommandTimeout = PatienceInSeconds;
        command.Parameters.Add(new() { Value = text.Replace('\0', ' ') });
        command.Parameters.Add(new() { Value = language.Code() });
        command.Parameters.Add(new() { Value = MostTopics });

        var topics = new List<FoundTopic>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            topics.Add(new(reader.GetString(0) == "situation", reader.GetString(1)));
        return topics;
    }
}
