namespace WhereToReport.Web.Hsds;

/// <summary>The UUIDs under which others know our records. They follow from our own ids, so they outlive any database.</summary>
public static class HsdsId
{
    // Drawn at random once. Changing it would give every record of the directory a new identity.
    private static readonly Guid s_space = new("df50486f-28d3-4174-b35f-20c3d272a30f");

    /// <param name="kind">The table of the record, in the singular: <c>service</c>.</param>
    /// <param name="id">Our id of it: <c>ncmec-cybertipline</c>.</param>
    public static Guid Of(string kind, string id) => NameBasedUuid.Of(s_space, $"{kind}:{id}");
}
