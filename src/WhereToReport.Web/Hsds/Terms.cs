using WhereToReport.Domain;
using WhereToReport.Domain.Channels;

namespace WhereToReport.Web.Hsds;

/// <summary>Our taxonomies: what happened, kinds of channel, and what else is known about a channel.</summary>
internal sealed class Terms
{
    private static readonly HsdsTaxonomy s_situations = Taxonomy("situations", "Situations",
        "What happened, in a parent's words. A service has a term when the directory names it as one to contact in that situation.");
    private static readonly HsdsTaxonomy s_kinds = Taxonomy("kinds", "Kinds of channel", "What kind of contact a service is. Every service has exactly one.");
    private static readonly HsdsTaxonomy s_traits = Taxonomy("traits", "Traits", "What else the directory knows about a service.");

    private static readonly HsdsTaxonomyTerm s_takesReports = Trait("takes-reports", "Takes reports", "It takes reports of crimes against children or of abuse.");
    private static readonly HsdsTaxonomyTerm s_givesSupport = Trait("gives-support", "Gives support", "It gives support only. It does not take reports.");
    private static readonly HsdsTaxonomyTerm s_anonymous = Trait("anonymous", "You can stay anonymous", "It takes a report without a name.");
    private static readonly HsdsTaxonomyTerm s_nameNeeded = Trait("name-needed", "You must give your name", "It does not take a report without a name.");
    private static readonly HsdsTaxonomyTerm s_source = Trait("source", "Source", "The value is the address of a page where facts about the service were read.");

    private readonly DirectorySnapshot _directory;
    private readonly Dictionary<ChannelKind, HsdsTaxonomyTerm> _kinds;
    private readonly Dictionary<string, HsdsTaxonomyTerm> _situations;

    public Terms(DirectorySnapshot directory)
    {
        _directory = directory;
        _kinds = Enum.GetValues<ChannelKind>().ToDictionary(kind => kind, Kind);
        _situations = directory.Facts.Situations.ToDictionary(
            situation => situation.Id,
            situation => Term(s_situations, situation.Id, situation.Label.En, situation.LooksLike.En));
        All = [.. _situations.Values.Concat(_kinds.Values).Concat([s_takesReports, s_givesSupport, s_anonymous, s_nameNeeded, s_source])
            .Select(term => new Known<HsdsTaxonomyTerm>(term.Id, term)).OrderBy(known => known.Id)];
    }

    public static IReadOnlyList<Known<HsdsTaxonomy>> Taxonomies { get; } =
        [.. new[] { s_situations, s_kinds, s_traits }.Select(taxonomy => new Known<HsdsTaxonomy>(taxonomy.Id, taxonomy)).OrderBy(known => known.Id)];

    public IReadOnlyList<Known<HsdsTaxonomyTerm>> All { get; }

    /// <summary>The terms that hold for a channel, each with its value where it has one.</summary>
    public IEnumerable<(HsdsTaxonomyTerm Term, string? Value)> Of(Channel channel)
    {
        yield return (_kinds[channel.Kind], null);
        foreach (var situation in _directory.SituationsOf(channel))
            yield return (_situations[situation.Id], null);
        yield return (channel.TakesReports ? s_takesReports : s_givesSupport, null);
        if (channel.Anonymous is { } anonymous)
            yield return (anonymous ? s_anonymous : s_nameNeeded, null);
        foreach (var source in channel.Sources.Select(source => source.Url).Distinct().Where(url => !IsKeptForMandatedReporters(channel, url)))
            yield return (s_source, source);
    }

    private static bool IsKeptForMandatedReporters(Channel channel, string url) => channel.ReportUrlRestrictedTo is not null && url == channel.ReportUrl;

    private static HsdsTaxonomy Taxonomy(string id, string name, string description) => new(HsdsId.Of("taxonomy", id), name, description);

    private static HsdsTaxonomyTerm Term(HsdsTaxonomy taxonomy, string code, string name, string description) =>
        new(HsdsId.Of("taxonomy_term", $"{taxonomy.Id}:{code}"), code, name, description, taxonomy.Name, "en", taxonomy.Id);

    private static HsdsTaxonomyTerm Trait(string code, string name, string description) => Term(s_traits, code, name, description);

    private static HsdsTaxonomyTerm Kind(ChannelKind kind)
    {
        var (code, name, description) = kind switch
        {
            ChannelKind.Emergency => ("emergency", "Emergency number", "Police, firefighters or an ambulance right away."),
            ChannelKind.TaskForce => ("task-force", "ICAC task force", "A police team that looks into internet crimes against children (ICAC) in its area."),
            ChannelKind.ChildProtectionLine => ("child-protection-line", "Child protection line", "Takes reports of child abuse and neglect."),
            ChannelKind.OnlineReport => ("online-report", "Online report", "Takes reports through an online form."),
            ChannelKind.TipLine => ("tip-line", "Tip line", "Takes tips about crimes."),
            ChannelKind.Helpline => ("helpline", "Helpline", "Someone to talk to."),
            ChannelKind.ContentHotline => ("content-hotline", "Content hotline", "Takes reports of child sexual abuse material (CSAM) online, or helps to take it down."),
            _ => ("police", "Police", "A police unit that takes reports."),
        };
        return Term(s_kinds, code, name, description);
    }
}
