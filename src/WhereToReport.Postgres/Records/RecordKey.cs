namespace WhereToReport.Postgres.Records;

/// <summary>The kinds of records that make up the directory.</summary>
public enum RecordKind
{
    Organization,
    Situation,
    Role,
    Channel,
    GeneralPlan,
    Synonyms,
    Duty,
    AwarenessFact,
    LearnPage,
}

/// <summary>
/// Which record. The id is the record's own id; of a duty the USPS code of its state, of synonyms the id of their
/// situation, of a page that explains its language and slug (<c>en/sextortion</c>).
/// </summary>
public sealed record RecordKey(RecordKind Kind, string Id)
{
    /// <summary>There is one general plan.</summary>
    public static RecordKey GeneralPlan { get; } = new(RecordKind.GeneralPlan, "general-plan");

    public static RecordKey Channel(string id) => new(RecordKind.Channel, id);

    /// <summary>The key that a content gives itself.</summary>
    public static RecordKey Of(RecordKind kind, RecordContent content) => new(kind, RecordTypes.Of(kind).IdOf(content));

    /// <summary>The kind as it stands in addresses: <c>awareness-fact</c>.</summary>
    public string KindName => Schema.EnumName<RecordKind>.Of(Kind);

    /// <summary>The kind of a name in an address; null where there is none of that name.</summary>
    public static RecordKind? KindNamed(string? name) =>
        Enum.GetValues<RecordKind>().Where(kind => Schema.EnumName<RecordKind>.Of(kind) == name).Select(kind => (RecordKind?)kind).FirstOrDefault();

    /// <summary>True for the kinds that carry a verification.</summary>
    public bool HasVerification =>
        Kind is RecordKind.Channel or RecordKind.Role or RecordKind.Situation or RecordKind.Duty or RecordKind.AwarenessFact;

    /// <summary>As it stands in addresses and messages: <c>channel fbi-tips</c>.</summary>
    public override string ToString() => $"{KindName} {Id}";
}
