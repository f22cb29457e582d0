using WhereToReport.Postgres.Records;

namespace WhereToReport.Web.Editors.Records;

/// <summary>The addresses of a record at the desk.</summary>
public static class RecordPath
{
    public static string Of(RecordKey key) => $"/editors/records/{key.KindName}/{key.Id}";

    public static string Edit(RecordKey key) => $"/editors/edit/{key.KindName}/{key.Id}";

    public static string History(RecordKey key) => $"/editors/history?kind={key.KindName}&id={Uri.EscapeDataString(key.Id)}";

    /// <summary>The record of an address; null where it cannot be one.</summary>
    public static RecordKey? Key(string? kind, string? id) => RecordKey.KindNamed(kind) is { } known && id is { Length: > 0 } ? new(known, id) : null;

    /// <summary>The same record under the name that other parts of the directory have for its kind.</summary>
    public static RecordKey Named<T>(T kind, string id)
        where T : struct, Enum => new(Enum.Parse<RecordKind>(kind.ToString()), id);
}
