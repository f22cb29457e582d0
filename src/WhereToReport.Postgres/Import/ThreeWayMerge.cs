namespace WhereToReport.Postgres.Import;

/// <summary>Which side decides where files and database changed the same record.</summary>
public enum Preference
{
    /// <summary>Nobody: nothing is written and all conflicts are told.</summary>
    None,
    Files,
    Database,
}

/// <summary>A record that both sides changed since the last import, each in its own way. Null: the side has no such record.</summary>
public sealed record Conflict<TKey, TContent>(TKey Key, TContent? Base, TContent? File, TContent? Database)
    where TContent : class;

/// <summary>
/// Merges two sets of records that grew from one base, record by record: what only one side changed, added or removed is
/// taken from that side.
/// </summary>
/// <param name="Merged">The records of the files in their order, then those that only the database holds. Conflicts stand as the preference decides; without one, as in the database.</param>
/// <param name="Conflicts">What both sides changed differently, decided or not.</param>
public sealed record ThreeWayMerge<TKey, TContent>(
    IReadOnlyList<KeyValuePair<TKey, TContent>> Merged, IReadOnlyList<Conflict<TKey, TContent>> Conflicts)
    where TKey : notnull
    where TContent : class
{
    public static ThreeWayMerge<TKey, TContent> Of(
        IReadOnlyDictionary<TKey, TContent> @base,
        IReadOnlyDictionary<TKey, TContent> files,
        IReadOnlyDictionary<TKey, TContent> database,
        Preference preference = Preference.None)
    {
        var merged = new List<KeyValuePair<TKey, TContent>>();
        var conflicts = new List<Conflict<TKey, TContent>>();
        foreach (var key in files.Keys.Union(database.Keys))
        {
            var (origin, file, stored) = (@base.GetValueOrDefault(key), files.GetValueOrDefault(key), database.GetValueOrDefault(key));
            var takesFile = !Equals(file, stored) && Equals(stored, origin);
            if (!takesFile && !Equals(file, stored) && !Equals(file, origin))
            {
                conflicts.Add(new(key, origin, file, stored));
                takesFile = preference == Preference.Files;
            }
            if ((takesFile ? file : stored) is { } content)
                merged.Add(new(key, content));
        }
        return new(merged, conflicts);
    }
}
