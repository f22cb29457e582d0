using System.Net;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Pages;

public class MethodTests(FilledSite filled)
{
    public static TheoryData<string, string> WrongMethods
    {
        get
        {
            var wrong = new TheoryData<string, string>();
            foreach (var method in new[] { "PUT", "DELETE", "OPTIONS", "POST", "PATCH" })
            {
                foreach (var path in new[] { "/", "/find?q=94043", "/us/ca", "/es/us/ca/santa-clara-county", "/error/404", "/robots.txt", "/sitemap.xml", "/site.css", "/api/v1/answer?place=94043", "/health/ready" })
                    wrong.Add(method, path);
            }
            return wrong;
        }
    }

    [Theory]
    [MemberData(nameof(WrongMethods))]
    public async Task A_wrong_method_is_refused_with_the_right_ones(string method, string path)
    {
        using var request = new HttpRequestMessage(new(method), path);
        var response = await (await filled.Site()).Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow.Order());
        var forPrograms = path.StartsWith("/api", StringComparison.Ordinal) || path.StartsWith("/health", StringComparison.Ordinal);
        Assert.Equal(forPrograms ? "application/problem+json" : "text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/find?q=94043")]
    [InlineData("/us/ca/santa-clara-county")]
    [InlineData("/robots.txt")]
    [InlineData("/sitemap.xml")]
    [InlineData("/favicon.svg")]
    [InlineData("/site.css")]
    [InlineData("/us/ca/santa-clara-county/contacts.vcf")]
    [InlineData("/data/directory.json")]
    [InlineData("/api/v1/answer?place=94043")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task HEAD_works_where_GET_does(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        var response = await (await filled.Site()).Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_icon_is_found_where_browsers_look_for_it()
    {
        var site = await filled.Site();
        var response = await site.Http.GetAsync("/favicon.ico");
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("image/svg+xml", (await site.Http.GetAsync(response.Headers.Location)).Content.Headers.ContentType?.MediaType);
    }
}
