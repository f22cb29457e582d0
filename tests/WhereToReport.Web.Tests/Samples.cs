namespace WhereToReport.Web.Tests;

/// <summary>Values that the parts and parameters of addresses can have.</summary>
internal static class Samples
{
    private static readonly Dictionary<string, string[]> s_values = new(StringComparer.OrdinalIgnoreCase)
    {
        ["state"] = ["ca", "pr"],
        ["county"] = ["santa-clara-county"],
        ["situation"] = ["sextortion"],
        ["slug"] = ["icac-task-forces"],
        ["receipt"] = ["K7QM-2FXD-9R"],
        ["token"] = ["x"],
        ["code"] = ["404", "CA"],
        ["country"] = ["gb"],
    };

    /// <summary>Ids of records of all kinds: a part named "id" says not which.</summary>
    private static readonly string[] s_ids =
        ["ncmec-cybertipline", "ca-silicon-valley", "sextortion", "icac-task-forces", "gb", "06085", "CA", "2ed6657d-e927-568b-95e1-2665a8aea6a2"];

    public static IReadOnlyList<string> Of(string name) => s_values.GetValueOrDefault(name, s_ids);

    /// <summary>Paths with a good value for each part, in as many ways as there are values for one of them.</summary>
    public static IEnumerable<string> Paths(SiteEndpoint endpoint) =>
        Enumerable.Range(0, endpoint.Parts.Select(part => Of(part).Count).DefaultIfEmpty(1).Max())
            .Select(choice => endpoint.Path(part => Of(part)[choice % Of(part).Count]));
}
