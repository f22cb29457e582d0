using System.Globalization;
using System.Net;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Serving;

public class SecurityContactTests
{
    private const string NoDatabase = "Host=127.0.0.1;Port=1;Username=nobody;Database=none";

    [Fact]
    public async Task The_contact_of_the_settings_stands_in_security_txt_for_the_months_to_come()
    {
        await using var site = await SiteProcess.Start(NoDatabase, settings: new Dictionary<string, string>
        {
            ["Site__SecurityContact"] = "https://example.org/security",
            ["Site__Address"] = "https://report.example.org",
        });
        var response = await site.Http.GetAsync("/.well-known/security.txt");
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        var fields = (await response.Content.ReadAsStringAsync()).Trim().Split('\n').Select(line => line.Split(": ", 2)).ToDictionary(field => field[0], field => field[1]);
        Assert.Equal("https://example.org/security", fields["Contact"]);
        Assert.Equal("https://report.example.org/.well-known/security.txt", fields["Canonical"]);
        var expires = DateTimeOffset.ParseExact(fields["Expires"], "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        Assert.InRange(expires - DateTimeOffset.UtcNow, TimeSpan.FromDays(140), TimeSpan.FromDays(364));
    }

    [Fact]
    public async Task Without_a_contact_there_is_no_security_txt()
    {
        await using var site = await SiteProcess.Start(NoDatabase);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync("/.well-known/security.txt")).StatusCode);
    }

    [Theory]
    [InlineData("security@example.org")]
    [InlineData("http://example.org/security")]
    public async Task A_contact_that_cannot_be_used_is_told_at_the_start(string contact)
    {
        var stopped = await Assert.ThrowsAsync<InvalidOperationException>(() => SiteProcess.Start(NoDatabase, settings: new Dictionary<string, string> { ["Site__SecurityContact"] = contact }));
        Assert.Contains("Site:SecurityContact", stopped.Message);
    }
}
