using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;

namespace WhereToReport.Domain.Answers;

/// <summary>
/// Finds situations by their own words and by the words people type for them, in memory: what is left of the topic search
/// while the database is down, and what tells at once that a text is a topic and no place.
/// </summary>
public sealed class TopicIndex
{
    private const int ShortestWord = 4;

    private readonly Dictionary<string, Situation> _situations;
    private readonly ILookup<string, string> _byPhrase;
    private readonly ILookup<string, string> _byWord;

    public TopicIndex(IReadOnlyList<Situation> situations, IReadOnlyList<Synonyms> synonyms)
    {
        _situations = situations.ToDictionary(situation => situation.Id);
        var phrases = synonyms
            .SelectMany(entry => entry.Words.En.Concat(entry.Words.Es), (entry, phrase) => (Phrase: PlaceText.Normalize(phrase), entry.Situation))
            .Concat(situations.SelectMany(Labels, (situation, label) => (Phrase: PlaceText.Normalize(label), Situation: situation.Id)))
            .Concat(situations.Select(situation => (Phrase: PlaceText.Normalize(situation.Id), Situation: situation.Id)))
            .Distinct()
            .ToArray();
        _byPhrase = phrases.ToLookup(entry => entry.Phrase, entry => entry.Situation);
        _byWord = phrases
            .SelectMany(entry => entry.Phrase.Split(' ').Where(word => word.Length >= ShortestWord).Distinct(), (entry, word) => (word, entry.Situation))
            .Distinct()
            .ToLookup(entry => entry.word, entry => entry.Situation);
    }

    /// <summary>The situations whose own phrase the text is.</summary>
    public IReadOnlyList<Situation> Exactly(string text) => [.. _byPhrase[PlaceText.Normalize(text)].Distinct().Select(id => _situations[id])];

    /// <summary>The situations that share the most telling words with the text, best first; a word that few situations have tells more.</summary>
    public IReadOnlyList<Situation> Like(string text)
    {
        var words = PlaceText.Words(text).Where(word => word.Length >= ShortestWord).Distinct();
        return [.. words
            .SelectMany(word => _byWord[word], (word, id) => (Id: id, Weight: 1.0 / _byWord[word].Count()))
            .GroupBy(entry => entry.Id, (id, entries) => (Id: id, Score: entries.Sum(entry => entry.Weight)))
            .OrderByDescending(entry => entry.Score)
            .ThenBy(entry => entry.Id, StringComparer.Ordinal)
            .Take(5)
            .Select(entry => _situations[entry.Id])];
    }

    private static IEnumerable<string> Labels(Situation situation) =>
        new[] { situation.Label, situation.SchoolLabel }.OfType<Bilingual>().SelectMany(label => new[] { label.En, label.In(Language.Spanish) });
}
