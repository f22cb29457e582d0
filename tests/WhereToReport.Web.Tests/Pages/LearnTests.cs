using WhereToReport.Domain.Guidance;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Pages;

public class LearnTests(FilledSite filled)
{
    [Theory]
    [InlineData("en", "/learn")]
    [InlineData("es", "/es/learn")]
    public async Task The_list_names_every_page_with_its_summary(string language, string path)
    {
        var list = await filled.Page(path);
        var pages = In(language).ToArray();
        Assert.True(pages.Length >= 7);
        foreach (var page in pages)
        {
            var link = list.QuerySelector($"main a[href='{path}/{page.Slug}']")!;
            Assert.Contains(page.Title, link.TextContent);
            Assert.Contains(page.Summary, link.TextContent);
        }
    }

    [Theory]
    [InlineData("en", "/learn")]
    [InlineData("es", "/es/learn")]
    public async Task Every_page_shows_its_title_its_sources_and_when_it_was_reviewed(string language, string path)
    {
        foreach (var text in In(language))
        {
            var page = await filled.Page($"{path}/{text.Slug}");
            Assert.Equal(text.Title, page.Text("h1"));
            foreach (var source in text.Sources)
                Assert.Contains(page.QuerySelectorAll(".sources a"), link => link.GetAttribute("href") == source.Url);
            Assert.Contains(text.Reviewed.Year.ToString(), page.Text("#reviewed"));
            Assert.DoesNotContain("](", page.Text("main"));
        }
    }

    [Fact]
    public async Task A_Spanish_page_links_to_Spanish_pages()
    {
        foreach (var text in In("es"))
        {
            foreach (var link in (await filled.Page($"/es/learn/{text.Slug}")).QuerySelectorAll("main a[href^='/']"))
                Assert.StartsWith("/es", link.GetAttribute("href"));
        }
    }

    private static IEnumerable<LearnPage> In(string language) => RealDirectory.Facts.LearnPages.Where(page => page.Language == language);
}
