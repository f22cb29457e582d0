using System.Text.Json;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using WhereToReport.Testing;
using WhereToReport.Web.Hsds;

namespace WhereToReport.Web.Tests.Hsds;

public class PagingTests(FilledSite filled)
{
    [Theory]
    [InlineData("services", 7)]
    [InlineData("services", 1000)]
    [InlineData("service_at_locations", 50)]
    [InlineData("organizations", 13)]
    [InlineData("taxonomies", 1)]
    [InlineData("taxonomy_terms", 4)]
    public async Task Page_numbers_walk_every_record_once(string list, int perPage)
    {
        var site = await filled.Site();
        var ids = new List<string>();
        for (int number = 1, pages = 1; number <= pages; number++)
        {
            var page = await site.Hsds($"{list}?per_page={perPage}&page={number}");
            pages = page.GetProperty("total_pages").GetInt32();
            Assert.Equal(number, page.GetProperty("page_number").GetInt32());
            Assert.Equal((number == 1, number == pages, false), (Flag(page, "first_page"), Flag(page, "last_page"), Flag(page, "empty")));
            Assert.Equal(page.Contents().Length, page.GetProperty("size").GetInt32());
            ids.AddRange(page.Contents().Select(record => record.Id()));
            if (number == pages)
                Assert.Equal(page.GetProperty("total_items").GetInt32(), ids.Distinct().Count());
        }
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task The_links_walk_the_same_records_and_keep_the_filters()
    {
        var site = await filled.Site();
        var all = (await site.Hsds("services?postcode=94043&per_page=1000")).Contents().Select(record => record.Id()).ToArray();
        var walked = new List<string>();
        for (string? next = "/hsds/services?postcode=94043&per_page=5"; next is not null;)
        {
            var response = await site.Http.GetAsync(next);
            walked.AddRange(JsonElement.Parse(await response.Content.ReadAsStringAsync()).Contents().Select(record => record.Id()));
            next = Next(response.Headers.GetValues("Link").Single());
        }
        Assert.True(all.Length > 10, "several pages");
        Assert.Equal(all, walked);
    }

    [Fact]
    public async Task A_page_behind_the_last_is_empty()
    {
        var page = await (await filled.Site()).Hsds("services?page=99999");
        Assert.Equal((true, true, 0), (Flag(page, "empty"), Flag(page, "last_page"), page.Contents().Length));
        Assert.NotEqual(0, page.GetProperty("total_items").GetInt32());
    }

    // Channels come and go between any two pages; those that are there from the first page to the last are met exactly once.
    [Fact]
    public void The_links_walk_every_record_exactly_once_while_the_data_changes() =>
        Gen.Select(Gen.Int[3, 60], Gen.Int[0, int.MaxValue]).Sample(drawn =>
        {
            var (perPage, seed) = drawn;
            var chance = new Random(seed);
            var channels = RealDirectory.Facts.Channels.Where(channel => channel.Publish).ToArray();
            var always = new HashSet<Guid>(channels.Select(ServiceMapping.Id));
            var met = new List<Guid>();
            for (string? query = $"?per_page={perPage}"; query is not null;)
            {
                var present = channels.Where(_ => chance.Next(4) > 0).Select(channel => new Known<Guid>(ServiceMapping.Id(channel), ServiceMapping.Id(channel))).OrderBy(known => known.Id).ToArray();
                always.IntersectWith(present.Select(known => known.Id));
                var request = new DefaultHttpContext { RequestServices = new NoServices() }.Request;
                (request.Scheme, request.Host, request.Path, request.QueryString) = ("https", new("example.org"), "/hsds/services", new(query));
                var read = HsdsQuery.Read(request.Query, RealDirectory.Snapshot, out _)!;
                met.AddRange(Paging.Page(present, read, id => id).Contents.Cast<Guid>());
                query = Next(Paging.Links(present, read, request)) is { } next ? new Uri(next).Query : null;
            }
            Assert.Equal(met.Count, met.Distinct().Count());
            Assert.Subset(met.ToHashSet(), always);
        }, iter: 100);

    private static bool Flag(JsonElement page, string name) => page.GetProperty(name).GetBoolean();

    private static string? Next(string links) =>
        links.Split(", ").FirstOrDefault(link => link.EndsWith("rel=\"next\"", StringComparison.Ordinal)) is { } next ? next[1..next.IndexOf('>')] : null;

    private sealed class NoServices : IServiceProvider
    {
        private static readonly IConfiguration s_empty = new ConfigurationBuilder().Build();

        public object? GetService(Type serviceType) => serviceType == typeof(IConfiguration) ? s_empty : null;
    }
}
