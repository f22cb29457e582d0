using System.Net;
using System.Text.Json;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Offline;

public class ServiceWorkerTests(FilledSite filled)
{
    [Theory]
    [InlineData("/service-worker.js", "/")]
    [InlineData("/es/service-worker.js", "/es")]
    public async Task The_worker_of_a_language_is_for_its_pages_and_is_asked_for_anew_each_time(string path, string scope)
    {
        var site = await filled.Site();
        var answer = await site.Http.GetAsync(path);
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        Assert.Equal(scope, Assert.Single(answer.Headers.GetValues("Service-Worker-Allowed")));
        Assert.Contains("worker-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));

        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { answer.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await site.Http.SendAsync(again)).StatusCode);
    }

    [Theory]
    [InlineData("", "en")]
    [InlineData("/es", "es")]
    public async Task Its_set_has_every_situation_in_its_language_and_all_of_it_is_there(string prefix, string language)
    {
        var site = await filled.Site();
        var kept = await Kept(site, prefix);
        var pages = Strings(kept, "pages");
        Assert.Equal(language, kept.GetProperty("language").GetString());
        Assert.Superset(RealDirectory.Facts.Situations.Select(situation => prefix + situation.Path).ToHashSet(), pages.ToHashSet());
        Assert.Contains(prefix + "/us", pages);
        Assert.Contains(kept.GetProperty("offlinePage").GetString(), pages);

        foreach (var page in pages)
        {
            var answer = await site.Http.GetAsync(page);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, page);
            Assert.Contains($"\"{kept.GetProperty("edition").GetString()}-", answer.Headers.ETag!.Tag);
            Assert.Contains($"<html lang=\"{language}\"", await answer.Content.ReadAsStringAsync());
        }
        foreach (var file in Strings(kept, "files"))
            Assert.True((await site.Http.GetAsync(file)).StatusCode == HttpStatusCode.OK, file);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/us/ca/santa-clara-county/poster")]
    public async Task Its_files_are_the_ones_that_pages_ask_for(string path)
    {
        var site = await filled.Site();
        var files = Strings(await Kept(site, ""), "files");
        foreach (var asked in (await FirstVisit.Sizes(site, path)).Keys.Where(address => address != path))
            Assert.Contains(asked, files);
    }

    [Fact]
    public async Task The_words_over_a_copy_leave_room_for_its_date()
    {
        var site = await filled.Site();
        Assert.Contains("saved on {0}<", (await Kept(site, "")).GetProperty("banner").GetString());
        Assert.Contains("copia guardada el {0}<", (await Kept(site, "/es")).GetProperty("banner").GetString());
    }

    private static async Task<JsonElement> Kept(SiteProcess site, string prefix)
    {
        var script = await site.Http.GetStringAsync(prefix + "/service-worker.js");
        var line = script.Split('\n')[0];
        return JsonSerializer.Deserialize<JsonElement>(line["const kept = ".Length..].TrimEnd(';'));
    }

    private static string[] Strings(JsonElement kept, string name) => [.. kept.GetProperty(name).EnumerateArray().Select(value => value.GetString()!)];
}
