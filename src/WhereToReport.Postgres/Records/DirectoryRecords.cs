using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;
using WhereToReport.Postgres.Files;

namespace WhereToReport.Postgres.Records;

/// <summary>All records of the directory, each by its key, in their order.</summary>
internal sealed class DirectoryRecords
{
    private readonly OrderedDictionary<RecordKey, RecordContent> _contents;

    private DirectoryRecords(IEnumerable<KeyValuePair<RecordKey, RecordContent>> contents) => _contents = new(contents);

    /// <param name="facts">Facts in which no two records of a kind have the same id.</param>
    public static DirectoryRecords Of(DirectoryFacts facts) =>
        new(RecordTypes.All.SelectMany(type => type.In(facts)).Select(record => KeyValuePair.Create(record.Key, record.Content)));

    public static DirectoryRecords Of(IEnumerable<KeyValuePair<RecordKey, RecordContent>> contents) => new(contents);

    public IReadOnlyDictionary<RecordKey, RecordContent> Contents => _contents;

    public RecordContent? this[RecordKey key] => _contents.GetValueOrDefault(key);

    /// <summary>The same with one record set, or with null removed. A new record comes last.</summary>
    public DirectoryRecords With(RecordKey key, RecordContent? content)
    {
        var changed = new OrderedDictionary<RecordKey, RecordContent>(_contents);
        if (content is null)
            changed.Remove(key);
        else
            changed[key] = content;
        return new(changed);
    }

    public DirectoryFacts Facts(Gazetteer gazetteer)
    {
        var byKind = _contents.ToLookup(record => record.Key.Kind, record => record.Value);
        return RecordTypes.All.Aggregate(new DirectoryFacts { Gazetteer = gazetteer }, (facts, type) => type.With(facts, byKind[type.Kind]));
    }

    /// <summary>The ids of each list that keeps an order of its own; the channels of each data file are one.</summary>
    public ILookup<string, RecordKey> Lists => _contents
        .Where(record => record.Key.Kind is RecordKind.Channel or RecordKind.Role or RecordKind.Situation or RecordKind.AwarenessFact)
        .ToLookup(
            record => record.Key.Kind == RecordKind.Channel ? DirectoryFiles.FileOf(record.Value.As<Channel>()) : record.Key.Kind.ToString(),
            record => record.Key);
}
