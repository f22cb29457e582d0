using WhereToReport.Domain.Channels;

namespace WhereToReport.Web.Hsds;

/// <summary>Which records a query means. Every condition that is given must hold.</summary>
internal static class HsdsFilter
{
    /// <summary>The services, or services at locations, that the query means.</summary>
    public static IReadOnlyList<Known<Channel>> Matching(this HsdsDirectory directory, IReadOnlyList<Known<Channel>> services, HsdsQuery query) =>
        [.. services.Where(service => directory.Matches(service.Fact, query))];

    public static IReadOnlyList<Known<Operator>> Matching(this HsdsDirectory directory, IReadOnlyList<Known<Operator>> organizations, HsdsQuery query) =>
        query.Search.Count == 0
            ? organizations
            : [.. organizations.Where(known => directory.Fields(known.Fact) is var fields && query.Means(fields.Name, fields.AlternateName, fields.Description))];

    public static IReadOnlyList<Known<HsdsTaxonomy>> Matching(IReadOnlyList<Known<HsdsTaxonomy>> taxonomies, HsdsQuery query) =>
        [.. taxonomies.Where(known => query.Means(known.Fact.Name, known.Fact.Description))];

    /// <summary>There is no hierarchy: every term is at the top (<c>top_only</c>), and none has a parent (<c>parent_id</c>).</summary>
    public static IReadOnlyList<Known<HsdsTaxonomyTerm>> Matching(IReadOnlyList<Known<HsdsTaxonomyTerm>> terms, HsdsQuery query) =>
        query.ParentId is not null
            ? []
            : [.. terms.Where(known => known.Fact is var term
                && (query.TaxonomyId is not { } taxonomy || term.TaxonomyId == taxonomy)
                && query.Means(term.Code, term.Name, term.Description))];

    private static bool Matches(this HsdsDirectory directory, Channel channel, HsdsQuery query) =>
        (query.OrganizationId is not { } organization || ServiceMapping.OrganizationId(channel) == organization)
        && query.CoveringPostcode?.Contains(channel.Id) != false
        && (query.ModifiedAfter is not { } moment || directory.ChangedAt(channel) >= moment)
        && (query.TaxonomyId is not { } taxonomy || directory.Terms.Of(channel).Any(pair => pair.Term.TaxonomyId == taxonomy))
        && (query.TaxonomyTermId is not { } term || directory.Terms.Of(channel).Any(pair => pair.Term.Id == term))
        && (query.Search.Count == 0 || query.IsIn(directory.WordsOf(channel)));

    private static bool Means(this HsdsQuery query, params string?[] texts) => query.Search.Count == 0 || query.IsIn(HsdsDirectory.Words(texts));

    // Every word begins a word of the text.
    private static bool IsIn(this HsdsQuery query, string words) => query.Search.All(word => words.Contains(" " + word, StringComparison.Ordinal));
}
