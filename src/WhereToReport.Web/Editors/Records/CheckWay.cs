using System.Text.Json.Nodes;
using WhereToReport.Web.Contacts;

namespace WhereToReport.Web.Editors.Records;

/// <summary>Something to call or to open in order to check a record.</summary>
/// <param name="Address">Where the link leads: <c>tel:</c> or <c>https:</c>.</param>
/// <param name="Words">What the link says.</param>
public sealed record CheckWay(string Address, string Words)
{
    /// <summary>The ways of a record: its numbers, its pages and forms, then the official pages among its sources; each once.</summary>
    /// <param name="record">The fields of the record.</param>
    public static IReadOnlyList<CheckWay> Of(JsonObject record) =>
    [
        .. Numbers(record).Concat(
            from field in new[] { "website", "reportUrl", "chatUrl", "statuteUrl" }
            where record[field] is not null
            select Page((string)record[field]!)).Concat(
            from source in List(record, "sources")
            where source["official"]?.GetValue<bool>() ?? false
            select Page((string)source["url"]!))
            .DistinctBy(way => way.Address.TrimEnd('/')),
    ];

    private static IEnumerable<CheckWay> Numbers(JsonObject record) =>
        from phone in List(record, "phones")
        let number = (string)phone["number"]!
        let extension = (string?)phone["extension"]
        select new CheckWay("tel:" + number + (extension is null ? "" : ";ext=" + extension), $"Call {PhoneFormat.Display(number)}{(extension is null ? "" : ", extension " + extension)}");

    private static CheckWay Page(string url) =>
        new(url, "Open " + (Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host + (address.AbsolutePath.Length > 1 ? address.AbsolutePath : "") : url));

    private static IEnumerable<JsonObject> List(JsonObject record, string field) => (record[field] as JsonArray ?? []).Select(one => one!.AsObject());
}
