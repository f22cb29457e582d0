using System.Collections.Concurrent;
using System.Net;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;
using WhereToReport.Testing;
using WhereToReport.Web.Hsds;

namespace WhereToReport.Web.Tests.Hsds;

public class HsdsFilterTests(FilledSite filled)
{
    private static readonly DateTimeOffset s_early = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_late = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    // Every third channel changed late, the others early.
    private static readonly DirectorySnapshot s_directory = new(RealDirectory.Facts, 1, s_late, new()
    {
        Channels = RealDirectory.Facts.Channels.Where((_, index) => index % 3 != 0).ToDictionary(channel => channel.Id, _ => s_early),
        Organizations = RealDirectory.Facts.Organizations.ToDictionary(organization => organization.Id, _ => s_early),
    });

    private static readonly HsdsDirectory s_hsds = new(s_directory);
    private static readonly ILookup<string, ZipCounty> s_counties = RealDirectory.Facts.Gazetteer.ZipCounties.ToLookup(pair => pair.Zip);
    private static readonly ConcurrentDictionary<string, HashSet<Guid>> s_found = new();

    [Fact]
    public void Filters_add_up()
    {
        var all = s_hsds.Services.Select(known => s_hsds.Full(known.Fact)).ToArray();
        var choices = Gen.Select(
            Gen.OneOf(s_hsds.Terms.All.Select(known => known.Id).ToArray()).Nullable(),
            Gen.OneOf(Terms.Taxonomies.Select(known => known.Id).ToArray()).Nullable(),
            Gen.OneOf(all.Select(service => service.OrganizationId).ToArray()).Nullable(0.8),
            Gen.OneOf("94043", "00601", "10001", "77002", "99501").Null(),
            Gen.OneOf("child", "report denunc", "task force", "CYBER", "").Null(),
            Gen.OneOf("2026-03-01", "2026-06-01T00:00:00Z", "2026-07-01").Null());
        var met = 0;
        choices.Sample((term, taxonomy, organization, postcode, search, modified) =>
        {
            var query = Query(("taxonomy_term_id", term?.ToString()), ("taxonomy_id", taxonomy?.ToString()), ("organization_id", organization?.ToString()),
                ("postcode", postcode), ("search", search), ("modified_after", modified));
            var found = s_hsds.Matching(s_hsds.Services, query).Select(known => known.Id).ToArray();
            var worded = search is null ? null : s_found.GetOrAdd(search, ByWords);
            var expected = all.Where(service =>
                (term is null || service.Attributes!.Any(attribute => attribute.TaxonomyTermId == term))
                && (taxonomy is null || service.Attributes!.Any(attribute => attribute.TaxonomyTerm!.TaxonomyId == taxonomy))
                && (organization is null || service.OrganizationId == organization)
                && (postcode is null || service.ServiceAreas!.Any(area => Covers(area, postcode)))
                && worded?.Contains(service.Id) != false
                && (modified is null || service.LastModified >= DateTimeOffset.Parse(modified, null, System.Globalization.DateTimeStyles.AssumeUniversal)));
            Assert.Equal(expected.Select(service => service.Id), found);
            Interlocked.Add(ref met, found.Length);
        }, iter: 300);
        Assert.True(met > 1000, "the filters find something");
    }

    [Fact]
    public async Task A_ZIP_code_and_a_situation_give_the_channels_of_the_place()
    {
        var site = await filled.Site();
        var sextortion = (await site.Hsds("taxonomy_terms?search=sextortion")).Contents().Single(term => term.GetProperty("code").GetString() == "sextortion");
        var names = (await site.Hsds($"services?postcode=94043&taxonomy_term_id={sextortion.Id()}")).Contents().Select(service => service.GetProperty("name").GetString()).ToArray();
        Assert.Contains("NCMEC CyberTipline", names);
        Assert.Contains(RealDirectory.Snapshot.Coverage.Covering(RealDirectory.Snapshot.Places.County("06085")!, ChannelKind.TaskForce).Single().Channel.Name.En, names);
        Assert.DoesNotContain(names, name => name!.Contains("Texas"));
        var places = (await site.Hsds($"service_at_locations?postcode=94043-1351&taxonomy_term_id={sextortion.Id()}")).Contents();
        Assert.Equal(names.Order(), places.Select(place => place.GetProperty("service").GetProperty("name").GetString()).Order());
    }

    [Fact]
    public async Task A_military_ZIP_code_gives_what_covers_the_whole_country()
    {
        var names = (await (await filled.Site()).Hsds("services?postcode=09001")).Contents().Select(service => service.GetProperty("name").GetString()).ToArray();
        Assert.Contains("NCMEC CyberTipline", names);
        Assert.DoesNotContain(names, name => name!.Contains("Task Force"));
    }

    [Fact]
    public async Task Terms_and_organizations_are_filtered_too()
    {
        var site = await filled.Site();
        var kinds = (await site.Hsds("taxonomies?search=kinds")).Contents().Single().Id();
        var terms = (await site.Hsds($"taxonomy_terms?taxonomy_id={kinds}&top_only=true")).Contents();
        Assert.Equal(Enum.GetValues<ChannelKind>().Length, terms.Length);
        Assert.True((await site.Hsds($"taxonomy_terms?parent_id={terms[0].Id()}")).GetProperty("empty").GetBoolean());
        Assert.Contains("NCMEC", (await site.Hsds("organizations?search=ncmec")).Contents().Single().GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("services?taxonomy_term_id=sextortion", "taxonomy_term_id")]
    [InlineData("services?per_page=1001", "per_page")]
    [InlineData("services?page=0", "page")]
    [InlineData("services?page=1&page=2", "page")]
    [InlineData("services?page=1&after=2ed6657d-e927-568b-95e1-2665a8aea6a2", "after")]
    [InlineData("services?format=xml", "json, ndjson, csv")]
    [InlineData("services?format=csv&full=true", "/data/hsds.zip")]
    [InlineData("services?full=perhaps", "full")]
    [InlineData("taxonomy_terms?top_only=perhaps", "top_only")]
    [InlineData("services?modified_after=yesterday", "modified_after")]
    [InlineData("services?postcode=0", "postcode")]
    [InlineData("services?postcode=00000", "postcode")]
    [InlineData("service_at_locations?postcode=94043&proximity=1000", "proximity")]
    [InlineData("services/cybertipline", "UUID")]
    public async Task Bad_input_is_a_400_that_names_what_is_wrong(string path, string named)
    {
        var detail = await (await filled.Site()).Problem(path, HttpStatusCode.BadRequest);
        Assert.Contains(named, detail);
        Assert.EndsWith(".", detail);
    }

    [Theory]
    [InlineData("services")]
    [InlineData("organizations")]
    [InlineData("service_at_locations")]
    [InlineData("taxonomies")]
    [InlineData("taxonomy_terms")]
    public async Task An_unknown_id_is_a_404(string list) =>
        Assert.Contains("id", await (await filled.Site()).Problem($"{list}/2ed6657d-e927-568b-95e1-2665a8aea6a2", HttpStatusCode.NotFound));

    // By the areas as they are published, not by the index that the API uses.
    private static bool Covers(HsdsServiceArea area, string zip) =>
        area.Uri is null
        || area.Uri.EndsWith(":US", StringComparison.Ordinal)
        || s_counties[zip].Any(pair =>
            area.Uri.EndsWith("050XX00US" + pair.CountyFips, StringComparison.Ordinal) || area.Uri.EndsWith("040XX00US" + pair.CountyFips[..2], StringComparison.Ordinal));

    private static HashSet<Guid> ByWords(string search) => [.. s_hsds.Matching(s_hsds.Services, Query(("search", search))).Select(known => known.Id)];

    private static HsdsQuery Query(params (string Name, string? Value)[] parameters)
    {
        var given = parameters.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Name, pair => new StringValues(pair.Value));
        var query = HsdsQuery.Read(new QueryCollection(given), s_directory, out var problem);
        Assert.Null(problem);
        return query!;
    }
}
