using System.Net;
using WhereToReport.Testing;
using WhereToReport.Web.Tests.Pages;

namespace WhereToReport.Web.Tests.Editors;

public class DeskProtectionTests(DeskSite desk)
{
    [Fact]
    public async Task A_form_token_that_belongs_to_somebody_else_is_refused()
    {
        var (ada, eve) = (await DeskVisitor.Enrolled(desk), await DeskVisitor.Enrolled(desk));
        var stolen = DeskVisitor.Fields(await eve.Page("/editors/account"), "NewRecoveryCodes", []);
        Assert.Equal(HttpStatusCode.BadRequest, (await ada.Post("/editors/account?handler=NewRecoveryCodes", stolen)).StatusCode);

        // Even together with the cookie that it came with.
        ada.Cookies["__Secure-editors-form"] = eve.Cookies["__Secure-editors-form"];
        Assert.Equal(HttpStatusCode.BadRequest, (await ada.Post("/editors/account?handler=NewRecoveryCodes", stolen)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await eve.Post("/editors/account?handler=NewRecoveryCodes", stolen)).StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_everywhere_in_words()
    {
        var ada = await DeskVisitor.Enrolled(desk);
        foreach (var path in new[] { "/editors/sign-in", "/editors/sign-in/code", "/editors/invite/x?handler=Password", "/editors/account?handler=SignOut", "/editors/account/password" })
            Assert.Contains("no longer good", (await DeskVisitor.Parse(await ada.Post(path, []), HttpStatusCode.BadRequest)).Text("h1"));
        await ada.Page("/editors");
    }

    [Theory]
    [InlineData("/editors")]
    [InlineData("/editors/sign-in")]
    [InlineData("/editors/invite/x")]
    [InlineData("/editors/nowhere")]
    public async Task The_desk_is_neither_kept_nor_listed_nor_compressed(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("br, gzip");
        var response = await (await desk.Site()).Http.SendAsync(request);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.False(response.Headers.CacheControl.Public);
        Assert.Null(response.Headers.ETag);
        Assert.Equal("noindex", Assert.Single(response.Headers.GetValues("X-Robots-Tag")));
        Assert.Empty(response.Content.Headers.ContentEncoding);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
    }

    [Fact]
    public async Task Search_engines_are_told_to_stay_out_and_only_one_public_page_leads_there()
    {
        var site = await desk.Site();
        Assert.Contains("Disallow: /editors\n", await site.Http.GetStringAsync("/robots.txt"));
        Assert.DoesNotContain("/editors", await site.Http.GetStringAsync("/sitemap.xml"));
        foreach (var path in EveryPageTests.Kinds.Select(row => row.Data))
            Assert.Equal((path, path == "/about"), (path, (await site.Http.GetStringAsync(path)).Contains("/editors", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_desk_has_one_language_and_one_address() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await desk.Site()).Http.GetAsync("/es/editors/sign-in")).StatusCode);

    [Fact]
    public async Task Without_the_database_the_desk_is_closed_and_public_pages_go_on()
    {
        await using var site = await SiteProcess.Start("Host=127.0.0.1;Port=1;Username=nobody;Database=none");
        foreach (var path in new[] { "/editors", "/editors/sign-in", "/editors/invite/x" })
            Assert.Contains("closed for the moment", (await DeskVisitor.Parse(await site.Http.GetAsync(path), HttpStatusCode.ServiceUnavailable)).Text("h1"));
        Assert.Equal(HttpStatusCode.OK, (await site.Http.GetAsync("/us/ca/santa-clara-county")).StatusCode);
    }

    [Fact]
    public async Task Neither_the_start_nor_a_public_page_asks_for_the_keys_of_the_desk()
    {
        await using var database = await TestDatabase.Filled();
        await using var site = await SiteProcess.Start(database.AsSite);
        await site.Http.GetStringAsync("/about");
        Assert.Equal(0, await database.Scalar<long>("select count(*) from desk.data_protection_key"));
        await new DeskVisitor(site.Http).Page("/editors/sign-in");
        Assert.Equal(1, await database.Scalar<long>("select count(*) from desk.data_protection_key"));
    }

    [Fact]
    public async Task When_the_database_goes_away_the_desk_closes_at_once_even_for_those_signed_in()
    {
        await using var own = new DeskSite();
        var ada = await DeskVisitor.Enrolled(own);
        await ada.Page("/editors");
        await (await own.Database()).DisposeAsync();
        for (var asked = 0; asked < 3; asked++)
            Assert.Contains("closed for the moment", (await ada.Page("/editors/account", HttpStatusCode.ServiceUnavailable)).Text("h1"));
        Assert.Equal(HttpStatusCode.OK, (await (await own.Site()).Http.GetAsync("/us/ca/santa-clara-county")).StatusCode);
    }

    [Fact]
    public async Task The_log_holds_no_address_no_token_and_no_mail_address()
    {
        var ada = await DeskVisitor.Enrolled(desk);
        await ada.SignOut();
        await ada.SignInByPassword("not my password");
        var output = (await desk.Site()).Output;
        Assert.DoesNotContain(ada.Email, output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("127.0.0.1", string.Join('\n', output.Split('\n').Where(line => !line.Contains("Now listening on"))));
        Assert.DoesNotContain("/editors/invite/", output);
    }
}
