using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using WhereToReport.Domain;
using WhereToReport.Postgres.History;
using WhereToReport.Web.Hsds;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Api;

/// <summary>The public history as an Atom feed (RFC 4287), newest first, with links to older pages (RFC 5005).</summary>
internal static class ChangesFeed
{
    public const string Path = "/changes.atom";
    private const string MediaType = "application/atom+xml";
    private const int EntriesOfPage = 50;

    private static readonly Guid s_space = new("0d0a3f54-7a4e-4f0b-9a53-6a5f4d1f9b6e");

    private static readonly ApiOperation s_feed = new(ApiOperation.Changes, "changesFeed", "What changed, as an Atom feed",
        "The same changes for feed readers, newest first. Each page links to the one with older changes by `rel=\"next\"`.")
    {
        Parameters = [ApiParameters.Before],
        Example = directory => Write(Feed(directory, new([], 0, false), "https://example.org", null, [ChangesApi.Example(directory)])),
        Failures = [ApiOperation.Unclear("before", "before is not a number from 1 up."), ChangesApi.DatabaseDown],
    };

    public static void MapChangesFeed(this IEndpointRouteBuilder routes) => routes.MapRead<string>(Path, Answer, s_feed, MediaType);

    private static async Task<IResult> Answer(
        [AsParameters] ApiRequest request, PublicHistory history, CurrentDirectory current, ILogger<PublicHistory> log, CancellationToken cancel)
    {
        var before = request.Query.LongNumber("before");
        if (request.IsUnclear(out var refusal))
            return refusal;
        return await ChangesApi.Read(request.Context, current, log, async () =>
        {
            var part = await history.Before(before ?? long.MaxValue, request.Directory.Revision, EntriesOfPage, cancel);
            var changes = part.Changes.Select(new ChangeWords(request.Directory).Change);
            return TypedResults.Text(Write(Feed(request.Directory, part, PublicAddress.Of(request.Context.Request), before, changes)), MediaType + "; charset=utf-8");
        });
    }

    private static SyndicationFeed Feed(DirectorySnapshot directory, HistoryPart part, string site, long? before, IEnumerable<ChangeBody> changes)
    {
        var feed = new SyndicationFeed([.. changes.Select(change => Entry(change, site))])
        {
            Id = Urn("feed"),
            Title = new("Where to Report: what changed"),
            LastUpdatedTime = directory.ChangedAt,
            Language = "en",
        };
        feed.Authors.Add(new() { Name = "Where to Report" });
        feed.Links.Add(SyndicationLink.CreateSelfLink(PageBefore(site, before), MediaType));
        feed.Links.Add(SyndicationLink.CreateAlternateLink(new(site + "/data"), "text/html"));
        if (part.More)
            feed.Links.Add(new(PageBefore(site, part.End)) { RelationshipType = "next", MediaType = MediaType });
        return feed;
    }

    private static Uri PageBefore(string site, long? change) =>
        new(site + Path + (change is { } id ? "?before=" + id.ToString(CultureInfo.InvariantCulture) : ""));

    private static SyndicationItem Entry(ChangeBody change, string site)
    {
        var entry = new SyndicationItem
        {
            Id = Urn("change " + change.Id.ToString(CultureInfo.InvariantCulture)),
            Title = new(Plain($"{change.Name}: {Effect(change)}")),
            PublishDate = change.At,
            LastUpdatedTime = change.At,
            Summary = new(Plain(change.Reason)),
        };
        entry.Categories.Add(new(System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(change.Kind.ToString())));
        entry.Links.Add(SyndicationLink.CreateAlternateLink(new(site + (change.Url ?? "/data")), "text/html"));
        if (change.Source is { } source)
            entry.Links.Add(new(new(source)) { RelationshipType = "via" });
        return entry;
    }

    // No XML can hold a control character, not even escaped.
    private static string Plain(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar : rune));

    private static string Effect(ChangeBody change) => change.Effect switch
    {
        ChangeEffect.Added => "added",
        ChangeEffect.Removed => "removed",
        _ => $"changed {string.Join(", ", change.Fields)}",
    };

    private static string Urn(string name) => $"urn:uuid:{NameBasedUuid.Of(s_space, name)}";

    private static string Write(SyndicationFeed feed)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var xml = XmlWriter.Create(text, new() { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" }))
            feed.GetAtom10Formatter().WriteTo(xml);
        return text.ToString();
    }
}
