namespace WhereToReport.Domain.Links;

/// <summary>What kind of record an address stands in.</summary>
public enum LinkedRecord
{
    Channel,
    Role,
    Situation,
    Duty,
    AwarenessFact,
    LearnPage,
}

/// <summary>As what a record uses an address.</summary>
public enum LinkPart
{
    Website,
    ReportForm,
    Chat,
    Statute,
    Source,
}

/// <summary>A record that uses an address. <see cref="Id"/> is the record's id: a duty's state code, a page's language and slug (<c>en/sextortion</c>).</summary>
public sealed record LinkUse(LinkedRecord Record, string Id, LinkPart Part);

/// <summary>An address in the directory, and every record that uses it.</summary>
public sealed record DirectoryLink(string Url, IReadOnlyList<LinkUse> Uses);
