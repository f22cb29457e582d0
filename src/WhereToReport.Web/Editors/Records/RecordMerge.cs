using System.Text.Json.Nodes;
using WhereToReport.Postgres.Records;

namespace WhereToReport.Web.Editors.Records;

/// <summary>Brings an editor's work onto a record that somebody else changed meanwhile, so that neither loses anything.</summary>
public static class RecordMerge
{
    /// <summary>The editor's record with the fields that only the other one changed. Where both changed one, the editor's stays.</summary>
    /// <param name="started">What the editor started from.</param>
    /// <param name="now">What it is now.</param>
    /// <param name="mine">What the editor made of it.</param>
    public static JsonObject Of(RecordContent? started, RecordContent? now, RecordContent mine)
    {
        var merged = RecordDifference.Fields(mine);
        var (before, theirs) = (RecordDifference.Fields(started), RecordDifference.Fields(now));
        foreach (var name in RecordContent.FieldsThatDiffer(started, now).Where(name => JsonNode.DeepEquals(merged[name], before[name])))
        {
            if (theirs[name] is { } value)
                merged[name] = value.DeepClone();
            else
                merged.Remove(name);
        }
        return merged;
    }
}
