using System.Collections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Records;

/// <summary>
/// Writes records: loads the rows of those that differ with all that belongs to them, changes them in memory, and leaves
/// the order of the statements to the save. Import and editors write by this alone, so every change meets the history.
/// </summary>
internal sealed class RecordWriter(DirectoryContext database)
{
    private readonly RecordOrder _order = new(database);

    /// <summary>Makes the database hold what is wanted; the caller saves.</summary>
    /// <param name="current">What the database holds.</param>
    /// <param name="currentCounties">The counties by which its coverage was made explicit.</param>
    /// <param name="wanted">What it shall hold, in order.</param>
    /// <param name="counties">The counties that it holds now.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public async Task Write(
        DirectoryRecords current, IReadOnlyList<County> currentCounties, DirectoryRecords wanted, IReadOnlyList<County> counties, CancellationToken cancel)
    {
        var expansion = Expansion(wanted, counties);
        var changed = Changed(current, wanted)
            .Concat(WithOtherAreas(current, Expansion(current, currentCounties), wanted, expansion))
            .ToHashSet();
        var present = await _order.Present(cancel);
        var positions = RecordOrder.Positions(current, wanted, present);
        foreach (var type in RecordTypes.All)
        {
            var keys = changed.Where(key => key.Kind == type.Kind).ToArray();
            var rowsOf = await type.Load(database, [.. keys.Where(key => current[key] is not null).Select(key => key.Id)], cancel);
            foreach (var key in keys)
            {
                var rows = wanted[key] is { } content ? type.Rows(content, positions.GetValueOrDefault(key), expansion) : [];
                Replace(rowsOf[key.Id], rows, row => database.Add(row));
            }
        }
        await _order.Move(positions.Where(entry => present.TryGetValue(entry.Key, out var now) && now != entry.Value), cancel);
    }

    private static IEnumerable<RecordKey> Changed(DirectoryRecords current, DirectoryRecords wanted) =>
        wanted.Contents.Keys.Union(current.Contents.Keys).Where(key => wanted[key] != current[key]);

    // "The rest of the state" can change without its own record changing.
    private static IEnumerable<RecordKey> WithOtherAreas(
        DirectoryRecords current, CoverageExpansion currentExpansion, DirectoryRecords wanted, CoverageExpansion expansion) =>
        from record in wanted.Contents
        where record.Key.Kind == RecordKind.Channel && current[record.Key] == record.Value
        let channel = record.Value.As<Channel>()
        where channel.Coverage.Any(rule => rule.RestOfState is not null && !expansion.Areas(channel, rule).SequenceEqual(currentExpansion.Areas(channel, rule)))
        select record.Key;

    private static CoverageExpansion Expansion(DirectoryRecords records, IReadOnlyList<County> counties) =>
        new(records.Contents.Where(record => record.Key.Kind == RecordKind.Channel).Select(record => record.Value.As<Channel>()), counties);

    // Rows of the same key stay and take the wanted values; the others go, and what is missing comes.
    private void Replace(IEnumerable<object> present, IEnumerable<object> wanted, Action<object> add)
    {
        var left = present.ToList();
        var missing = new List<object>();
        foreach (var row in wanted)
        {
            if (left.Find(old => SameKey(old, row)) is { } same)
            {
                left.Remove(same);
                Change(same, row);
            }
            else
            {
                missing.Add(row);
            }
        }
        database.RemoveRange(left);
        foreach (var row in missing)
            add(row);
    }

    private void Change(object row, object wanted)
    {
        var entry = database.Entry(row);
        // Not by SetValues, which stumbles over a text that comes or goes as a whole.
        foreach (var property in entry.Metadata.GetProperties().Cast<IPropertyBase>().Concat(entry.Metadata.GetComplexProperties()))
            property.PropertyInfo?.SetValue(row, property.PropertyInfo.GetValue(wanted));
        foreach (var children in entry.Collections)
        {
            var list = (IList)children.CurrentValue!;
            Replace([.. list.Cast<object>()], [.. ((IEnumerable)ValueOf(children, wanted)!).Cast<object>()], child => list.Add(child));
        }
        foreach (var child in entry.References)
        {
            if (child.CurrentValue is { } old)
                database.Remove(old);
            child.CurrentValue = ValueOf(child, wanted);
        }
    }

    private static object? ValueOf(NavigationEntry navigation, object wanted) => navigation.Metadata.PropertyInfo!.GetValue(wanted);

    private bool SameKey(object one, object other) =>
        database.Model.FindEntityType(one.GetType())!.FindPrimaryKey()!.Properties
            .All(property => Equals(property.PropertyInfo!.GetValue(one), property.PropertyInfo.GetValue(other)));
}
