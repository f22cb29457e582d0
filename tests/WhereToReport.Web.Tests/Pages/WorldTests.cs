using System.Collections.Concurrent;
using System.Net;
using WhereToReport.Domain;
using WhereToReport.Domain.Places;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Pages;

public class WorldTests(FilledSite filled)
{
    private static readonly string[] s_prefixes = ["", "/es"];

    public static TheoryData<string, string> Situations =>
        [.. RealDirectory.Facts.Situations.SelectMany(situation => s_prefixes.Select(prefix => (prefix, situation.Id)))];

    [Fact]
    public async Task Every_country_of_ISO_3166_1_answers_in_both_languages_with_the_contacts_of_its_answer()
    {
        await ForEvery(async (prefix, country) =>
        {
            var page = await filled.Page($"{prefix}/world/{country.Code.ToLowerInvariant()}");
            Assert.Contains(country.NameIn(prefix.Length == 0 ? Language.English : Language.Spanish), page.Text("h1"));
            Assert.Equal(Ids(country, null).Order(), page.Channels().Order());
            Assert.NotNull(page.QuerySelector("#local-police"));
            Assert.Equal(
                RealDirectory.Snapshot.Finder.Find(country).Channels.All(answered => answered.Channel.CountryAbroad() != country || !answered.Channel.TakesReports),
                page.QuerySelector("#no-channel") is not null);
        });
    }

    [Fact]
    public async Task The_USA_and_its_territories_lead_to_their_own_pages()
    {
        var http = (await filled.Site()).Http;
        foreach (var code in IsoCountries.OfTheUnitedStates)
        {
            var way = await http.GetAsync($"/es/world/{code.ToLowerInvariant()}/sextortion");
            Assert.Equal(HttpStatusCode.MovedPermanently, way.StatusCode);
            Assert.Equal($"/es{RealDirectory.Snapshot.Places.CountryOf(code)!.Path}?situation=sextortion", way.Headers.Location!.OriginalString);
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(way.Headers.Location)).StatusCode);
        }
    }

    [Theory]
    [InlineData("/world/xx")]
    [InlineData("/world/uk")]
    [InlineData("/world/canada")]
    [InlineData("/world/ca/nothing")]
    [InlineData("/world?situation=nothing")]
    [InlineData("/embed/world/xx")]
    [InlineData("/world/xx/contacts.vcf")]
    [InlineData("/world/us/contacts.vcf")]
    public async Task What_is_no_country_has_no_page(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await filled.Site()).Http.GetAsync(path)).StatusCode);

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task A_situation_shows_its_plan_first_in_every_country_with_a_channel(string prefix, string situation)
    {
        foreach (var country in WithChannels().Where((_, number) => number % 9 == 0))
        {
            var page = await filled.Page($"{prefix}{country.Path}/{situation}");
            var plan = RealDirectory.Snapshot.Finder.Find(country, RealDirectory.Snapshot.Situation(situation)).Steps.Select(step => step.Channel?.Id).OfType<string>();
            Assert.Equal(plan, page.Channels().Take(plan.Count()));
            Assert.Equal(Ids(country, situation).Order(), page.Channels().Order());
            Assert.DoesNotContain("Title IX", page.Text("main"));
            Assert.Null(page.QuerySelector("main a[href='tel:911']"));
        }
    }

    [Fact]
    public async Task An_emergency_number_is_shown_where_a_source_names_it_and_nowhere_else()
    {
        // Written down here and not read from the data, so that a slip in the data is seen.
        Dictionary<string, string[]> known = new()
        {
            ["AU"] = ["000"],
            ["BG"] = ["112"],
            ["BN"] = ["993"],
            ["FI"] = ["112"],
            ["FR"] = ["17"],
            ["GB"] = ["999"],
            ["HK"] = ["999"],
            ["ID"] = ["110"],
            ["IN"] = ["112"],
            ["IS"] = ["112"],
            ["JP"] = ["110"],
            ["NL"] = ["112"],
            ["NO"] = ["112"],
            ["NZ"] = ["111"],
            ["TW"] = ["110"],
        };
        var shown = new ConcurrentDictionary<string, string[]>();
        await ForEvery(async (prefix, country) =>
        {
            var page = await filled.Page(prefix + country.Path);
            var numbers = page.QuerySelectorAll("main [data-emergency]").Select(card => card.GetAttribute("data-emergency")!).ToArray();
            Assert.Equal(numbers.Length == 0, page.QuerySelector("#no-emergency-number") is not null);
            Assert.Equal(numbers.FirstOrDefault() is { } number ? $"tel:{number}" : null, page.QuerySelector(".at-hand .danger a")?.GetAttribute("href"));
            if (numbers.Length > 0)
                shown[country.Code] = numbers;
        });
        Assert.Equal(known.OrderBy(entry => entry.Key), shown.OrderBy(entry => entry.Key));
    }

    [Theory]
    [InlineData("/world")]
    [InlineData("/world?sort=name")]
    [InlineData("/world?situation=sextortion")]
    public async Task The_list_leads_to_every_country_in_the_order_of_its_language(string path)
    {
        foreach (var prefix in s_prefixes)
        {
            var page = await filled.Page(prefix + path);
            var links = page.QuerySelectorAll("main .states a").ToArray();
            Assert.Equal(
                IsoCountries.Abroad.Select(code => $"{prefix}/world/{code.ToLowerInvariant()}{(path.Contains("situation") ? "/sextortion" : "")}"),
                links.Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal));
            var culture = System.Globalization.CultureInfo.GetCultureInfo(prefix.Length == 0 ? "en-US" : "es-US");
            foreach (var list in page.QuerySelectorAll("main .states"))
            {
                var names = list.QuerySelectorAll("a").Select(link => link.TextContent).ToArray();
                Assert.Equal(names.Order(StringComparer.Create(culture, false)), names);
            }
            Assert.Equal(path.Contains("name") ? 1 : 5, page.QuerySelectorAll("main .states").Length);
        }
    }

    [Fact]
    public async Task The_first_visit_of_the_list_and_of_every_country_with_a_channel_fits_in_14_kB()
    {
        var site = await filled.Site();
        var paths = WithChannels().SelectMany(country => new[] { country.Path, $"{country.Path}/sextortion" }).Concat(["/world", "/world?sort=name", "/find?q=09096&situation=sextortion"]);
        foreach (var path in paths.SelectMany(path => s_prefixes.Select(prefix => prefix + path)))
        {
            var sizes = await FirstVisit.Sizes(site, path);
            Assert.True(sizes.Values.Sum() <= 14 * 1024, $"{path}: {string.Join(", ", sizes)}");
        }
    }

    [Fact]
    public async Task A_number_says_how_it_is_dialled_from_other_countries_as_far_as_its_type_tells()
    {
        var kingdom = await filled.Page("/world/gb");
        Assert.Contains("From other countries: +44 20 3879 8560", kingdom.Text("[data-channel=gb-nspcc]"));
        Assert.Contains("From other countries: +44 808 800 5000. It may not work from there.", kingdom.Text("[data-channel=gb-nspcc]"));
        Assert.Contains("0800 1111", kingdom.Text("[data-channel=gb-childline]"));
        Assert.Contains("Works inside the country only.", kingdom.Text("[data-channel=gb-childline]"));
        Assert.Contains("+1 800-843-5678", kingdom.Text("[data-channel=ncmec-cybertipline]"));
        Assert.Contains("It may not work from other countries.", kingdom.Text("[data-channel=ncmec-cybertipline]"));
        Assert.DoesNotContain("work from other countries", (await filled.Page("/us/ca/santa-clara-county")).Text("main"));
    }

    [Fact]
    public async Task The_home_page_and_every_footer_lead_to_the_countries()
    {
        Assert.Equal(2, (await filled.Page("/es")).QuerySelectorAll("a[href='/es/world']").Length);
        Assert.NotNull((await filled.Page("/us/ca")).QuerySelector("footer a[href='/world']"));
    }

    [Fact]
    public async Task A_country_can_be_taken_along()
    {
        var site = await filled.Site();
        var cards = await site.Http.GetStringAsync("/world/gb/contacts.vcf");
        Assert.Equal(Ids(Countries.Of("GB")!, null).Count(id => RealDirectory.Snapshot.Channel(id)!.HasContact), cards.Split("BEGIN:VCARD").Length - 1);
        var embedded = await filled.Page("/embed/world/gb?lang=es&situation=sextortion");
        Assert.Equal("es", embedded.DocumentElement.GetAttribute("lang"));
        Assert.NotNull(embedded.QuerySelector("[data-emergency='999'] a[href='tel:999']"));
        Assert.Equal("gb-iwf", embedded.Channels()[0]);
        Assert.NotNull(embedded.QuerySelector("footer a[href='/es/world/gb/sextortion']"));
        var described = await site.Http.GetStringAsync($"/oembed?url={Uri.EscapeDataString(site.Http.BaseAddress + "es/world/ge")}");
        Assert.Contains("/embed/world/ge?lang=es", described);
        var line = await filled.Page("/data/embed?q=country%20of%20Georgia");
        Assert.Contains("/embed/world/ge", line.QuerySelector("#snippet")!.TextContent);
    }

    [Fact]
    public async Task Search_engines_find_every_country()
    {
        var list = await (await filled.Site()).Http.GetStringAsync("/sitemaps/countries.xml");
        foreach (var code in IsoCountries.Abroad)
            Assert.Contains($"/es/world/{code.ToLowerInvariant()}<", list);
        Assert.DoesNotContain("/world/us<", list);
    }

    private static IEnumerable<Country> Abroad() => IsoCountries.Abroad.Select(code => Countries.Of(code)!);

    private static IEnumerable<Country> WithChannels() =>
        Abroad().Where(country => RealDirectory.Snapshot.Coverage.Covering(country).Any(covering => !covering.Channel.IsWorldwide));

    private static IEnumerable<string> Ids(Country country, string? situation) => RealDirectory.Snapshot.Finder
        .Find(country, situation is null ? null : RealDirectory.Snapshot.Situation(situation)).Channels.Select(answered => answered.Channel.Id);

    private static Task ForEvery(Func<string, Country, Task> keeps) => Parallel.ForEachAsync(
        Abroad().SelectMany(country => s_prefixes.Select(prefix => (prefix, country))), async (page, _) => await keeps(page.prefix, page.country));
}
