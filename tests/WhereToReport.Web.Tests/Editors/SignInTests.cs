using System.Net;
using WhereToReport.Testing;
using WhereToReport.Web.Tests.Pages;

namespace WhereToReport.Web.Tests.Editors;

public class SignInTests(DeskSite desk)
{
    [Fact]
    public async Task A_password_and_then_a_code_sign_in_and_lead_back_to_the_page_that_was_asked_for()
    {
        var ada = await SignedOut();
        Assert.Equal("/editors/sign-in?returnUrl=%2Feditors%2Faccount", (await ada.Get("/editors/account")).Headers.Location!.ToString());
        var first = await ada.Submit("/editors/sign-in?returnUrl=/editors/account", "?returnUrl", new() { ["Form.Email"] = ada.Email, ["Form.Password"] = DeskVisitor.Password });
        Assert.StartsWith("/editors/sign-in/code", first.Headers.Location!.ToString());
        var second = await ada.Submit(first.Headers.Location.ToString(), "/code", new() { ["Form.Code"] = ada.App!.NewCode() });
        Assert.Equal("/editors/account", second.Headers.Location!.ToString());
        await ada.Page("/editors/account");
    }

    [Fact]
    public async Task A_password_alone_opens_nothing()
    {
        var ada = await SignedOut();
        await ada.SignInByPassword();
        Assert.DoesNotContain("__Secure-editors", ada.Cookies.Keys);
        Assert.Equal(HttpStatusCode.Found, (await ada.Get("/editors")).StatusCode);
    }

    [Fact]
    public async Task A_password_alone_opens_nothing_even_where_the_account_lost_its_app()
    {
        var ada = await SignedOut();
        var database = await desk.Database();
        await database.Execute($"delete from desk.editor_token where user_id = (select id from desk.editor where email = '{ada.Email}')");
        await database.Execute($"update desk.editor set two_factor_enabled = false where email = '{ada.Email}'");
        await ada.SignInByPassword();
        Assert.Equal(HttpStatusCode.Found, (await ada.Get("/editors")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ada.SendCode("000000")).StatusCode);
    }

    [Fact]
    public async Task A_wrong_code_is_refused()
    {
        var ada = await SignedOut();
        await ada.SignInByPassword();
        Assert.Contains("did not work", (await DeskVisitor.Parse(await ada.SendCode(ada.App!.WrongCode()), HttpStatusCode.OK)).Text("#form-code-problem"));
        Assert.Equal(HttpStatusCode.Found, (await ada.Get("/editors")).StatusCode);
    }

    [Fact]
    public async Task A_code_counts_once()
    {
        var ada = await SignedOut();
        var code = ada.App!.NewCode();
        await ada.SignInByPassword();
        Assert.Equal(HttpStatusCode.Found, (await ada.SendCode(code)).StatusCode);

        var eve = new DeskVisitor((await desk.Site()).Http);
        await eve.SignInByPassword(email: ada.Email);
        Assert.Equal(HttpStatusCode.OK, (await eve.SendCode(code)).StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_counts_once()
    {
        var ada = await SignedOut();
        await ada.SignInByPassword();
        Assert.Equal(HttpStatusCode.Found, (await ada.SendCode(ada.RecoveryCodes[0].ToLowerInvariant())).StatusCode);
        Assert.Contains("9 of 10", (await ada.Page("/editors/account")).Text("main"));

        await ada.SignOut();
        await ada.SignInByPassword();
        Assert.Equal(HttpStatusCode.OK, (await ada.SendCode(ada.RecoveryCodes[0])).StatusCode);
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_rests_and_the_message_is_that_of_an_unknown_address()
    {
        var ada = await SignedOut();
        for (var attempt = 0; attempt < 5; attempt++)
            await ada.SignInByPassword("not my password");
        var resting = await DeskVisitor.Parse(await ada.SignInByPassword(), HttpStatusCode.OK);
        var unknown = await DeskVisitor.Parse(await ada.SignInByPassword(email: "nobody@example.org"), HttpStatusCode.OK);
        Assert.NotEmpty(resting.Text(".problems"));
        Assert.Equal(unknown.Text(".problems"), resting.Text(".problems"));

        await (await desk.Database()).Execute($"update desk.editor set lockout_end = now() where email = '{ada.Email}'");
        Assert.Equal(HttpStatusCode.Found, (await ada.SignInByPassword()).StatusCode);
    }

    [Fact]
    public async Task Five_wrong_codes_let_the_account_rest_too()
    {
        var ada = await SignedOut();
        await ada.SignInByPassword();
        for (var attempt = 0; attempt < 5; attempt++)
            await ada.SendCode(ada.App!.WrongCode());
        Assert.Equal(HttpStatusCode.OK, (await ada.SendCode(ada.App!.NewCode())).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ada.SendCode(ada.RecoveryCodes[0])).StatusCode);
    }

    [Fact]
    public async Task An_unknown_address_takes_as_long_as_a_wrong_password()
    {
        var ada = await SignedOut();
        await ada.SignInByPassword("not my password");
        await ada.SignInByPassword(email: "nobody@example.org");
        var known = await Fastest(() => ada.SignInByPassword("not my password"));
        var unknown = await Fastest(() => ada.SignInByPassword(email: "nobody@example.org"));
        Assert.InRange(unknown / known, 0.33, 3);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/editors//example.org")]
    [InlineData("/us/ca")]
    [InlineData("/editorsx")]
    public async Task Nobody_is_sent_out_of_the_desk_after_signing_in(string returnUrl)
    {
        var page = await (await SignedOut()).Page("/editors/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));
        Assert.NotNull(page.QuerySelector("form[action='/editors/sign-in?returnUrl=%2Feditors']"));
    }

    [Fact]
    public async Task Too_many_tries_from_one_address_are_slowed_down()
    {
        await using var database = await TestDatabase.Filled();
        await using var site = await SiteProcess.Start(database.AsSite, settings: new Dictionary<string, string> { ["Desk__SignInPostsPerMinute"] = "3" });
        var eve = new DeskVisitor(site.Http);
        for (var attempt = 0; attempt < 3; attempt++)
            Assert.Equal(HttpStatusCode.OK, (await eve.SignInByPassword(email: $"{attempt}@example.org")).StatusCode);
        Assert.Contains("Too many tries", (await DeskVisitor.Parse(await eve.SignInByPassword(email: "4@example.org"), HttpStatusCode.TooManyRequests)).Text("h1"));
        await eve.Page("/editors/sign-in");
    }

    private async Task<DeskVisitor> SignedOut()
    {
        var ada = await DeskVisitor.Enrolled(desk);
        Assert.Equal("/editors/sign-in", (await ada.SignOut()).Headers.Location!.ToString());
        Assert.DoesNotContain("__Secure-editors", ada.Cookies.Keys);
        return ada;
    }

    private static async Task<double> Fastest(Func<Task> act)
    {
        var best = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            await act();
            best = clock.Elapsed < best ? clock.Elapsed : best;
        }
        return best.TotalMilliseconds;
    }
}
