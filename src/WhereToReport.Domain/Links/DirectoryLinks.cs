using WhereToReport.Domain.Sources;

namespace WhereToReport.Domain.Links;

/// <summary>The addresses that the published records lead people to, or rest on.</summary>
public static class DirectoryLinks
{
    /// <summary>Every address once, in order, with the records that use it.</summary>
    public static IReadOnlyList<DirectoryLink> Of(DirectoryFacts facts) =>
        [.. Uses(facts)
            .GroupBy(used => Address(used.Url), used => used.Use)
            .Select(link => new DirectoryLink(link.Key, [.. link.Distinct()]))
            .OrderBy(link => link.Url, StringComparer.Ordinal)];

    /// <summary>
    /// The address as a server sees it: without fragment and credentials, escaped the usual way, so that two spellings
    /// of one page are one link.
    /// </summary>
    public static string Address(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped) : url;

    private static IEnumerable<(string Url, LinkUse Use)> Uses(DirectoryFacts facts) =>
    [
        .. facts.Channels.Where(channel => channel.Publish).SelectMany(channel => InRecord(
            LinkedRecord.Channel, channel.Id,
            [(channel.Website, LinkPart.Website), (channel.ReportUrl, LinkPart.ReportForm), (channel.ChatUrl, LinkPart.Chat), .. Of(channel.Sources)])),
        .. facts.Roles.SelectMany(role => InRecord(LinkedRecord.Role, role.Id, [(role.Website, LinkPart.Website), .. Of(role.Sources)])),
        .. facts.Situations.SelectMany(situation => InRecord(
            LinkedRecord.Situation, situation.Id,
            [.. Of(situation.Sources), .. situation.Do.Concat(situation.Dont).SelectMany(advice => advice.Sources).Select(AsSource)])),
        .. facts.Duties.SelectMany(duty => InRecord(LinkedRecord.Duty, duty.State, [(duty.StatuteUrl, LinkPart.Statute), .. Of(duty.Sources)])),
        .. facts.AwarenessFacts.Where(fact => fact.Publish).SelectMany(fact => InRecord(LinkedRecord.AwarenessFact, fact.Id, [.. Of(fact.Sources)])),
        .. facts.LearnPages.SelectMany(page => InRecord(LinkedRecord.LearnPage, $"{page.Language}/{page.Slug}", [.. page.Sources.Select(source => AsSource(source.Url))])),
    ];

    private static IEnumerable<(string, LinkUse)> InRecord(LinkedRecord record, string id, IReadOnlyList<(string? Url, LinkPart Part)> links) =>
        from link in links where link.Url is not null select (link.Url, new LinkUse(record, id, link.Part));

    private static IEnumerable<(string?, LinkPart)> Of(IEnumerable<Source> sources) => sources.Select(source => AsSource(source.Url));

    private static (string?, LinkPart) AsSource(string url) => (url, LinkPart.Source);
}
