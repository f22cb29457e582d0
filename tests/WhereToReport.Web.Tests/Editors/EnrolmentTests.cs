using System.Net;
using WhereToReport.Postgres.Editors;
using WhereToReport.Testing;
using WhereToReport.Web.Tests.Pages;

namespace WhereToReport.Web.Tests.Editors;

public class EnrolmentTests(DeskSite desk)
{
    [Fact]
    public async Task An_invitation_leads_to_an_account_with_password_and_app_and_ten_recovery_codes()
    {
        var ada = await DeskVisitor.Enrolled(desk);
        Assert.Equal(10, ada.RecoveryCodes.Distinct().Count());
        Assert.Contains("Ada Lovelace", (await ada.Page("/editors")).Text("h1"));
    }

    [Fact]
    public async Task The_very_first_account_is_admin_whatever_role_was_asked()
    {
        await using var database = await TestDatabase.Filled();
        await using var site = await SiteProcess.Start(database.AsSite);
        await using var editors = database.OpenEditors();
        var token = await new Invitations(editors, TimeProvider.System).Invite("Ada", "ada@example.org", EditorRole.Editor);
        var ada = new DeskVisitor(site.Http);
        await ada.Enrol("ada@example.org", "/editors/invite/" + token);
        Assert.Contains("Admin", (await ada.Page("/editors/people")).Text("[data-account='ada@example.org']"));
    }

    [Fact]
    public async Task A_link_that_was_used_makes_no_second_account()
    {
        var (email, path) = await desk.Invite();
        var (ada, eve) = (await Visitor(), await Visitor());
        var app = await eve.ReadApp(path);
        var page = await eve.Page(path);
        await ada.Enrol(email, path);

        await eve.Page(path, HttpStatusCode.Gone);
        var replayed = await eve.Post(path + "?handler=Password", DeskVisitor.Fields(page, "", new() { ["Form.Name"] = "Eve", ["Form.Password"] = "another long password", ["Form.Code"] = app.NewCode() }));
        Assert.Equal(HttpStatusCode.Gone, replayed.StatusCode);
        Assert.DoesNotContain("__Secure-editors", eve.Cookies.Keys);
    }

    [Fact]
    public async Task A_link_that_is_too_old_does_not_work()
    {
        var (email, path) = await desk.Invite();
        await (await desk.Database()).Execute($"update desk.invitation set expires_at = now() - interval '1 second' where email = '{email}'");
        Assert.Contains("does not work any more", (await (await Visitor()).Page(path, HttpStatusCode.Gone)).Text("h1"));
    }

    [Theory]
    [InlineData("elevenchars", "at least 12 characters")]
    [InlineData("", "Type a password")]
    [InlineData("Ada-LOVELACE", "Do not use your name")]
    public async Task A_bad_password_is_told_beside_its_field_and_the_name_is_kept(string password, string told)
    {
        var (_, path) = await desk.Invite();
        var ada = await Visitor();
        var app = await ada.ReadApp(path);
        var page = await DeskVisitor.Parse(await ada.Submit(path, "Password", new() { ["Form.Name"] = "Ada Lovelace", ["Form.Password"] = password, ["Form.Code"] = app.NewCode() }), HttpStatusCode.OK);
        Assert.Contains(told, page.Text("#form-password-problem"));
        Assert.Contains("form-password-problem", page.QuerySelector("#form-password")!.GetAttribute("aria-describedby")!.Split(' '));
        Assert.Equal("Ada Lovelace", page.QuerySelector("#form-name")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("#form-code-problem"));
    }

    [Fact]
    public async Task Without_a_right_code_there_is_no_account()
    {
        var (email, path) = await desk.Invite();
        var ada = await Visitor();
        var app = await ada.ReadApp(path);
        foreach (var code in new[] { app.WrongCode(), "" })
        {
            var page = await DeskVisitor.Parse(await ada.Submit(path, "Password", new() { ["Form.Name"] = "Ada", ["Form.Password"] = DeskVisitor.Password, ["Form.Code"] = code }), HttpStatusCode.OK);
            Assert.NotEmpty(page.Text("#form-code-problem"));
        }
        Assert.Equal(0, await (await desk.Database()).Scalar<long>($"select count(*) from desk.editor where email = '{email}'"));
    }

    [Fact]
    public async Task Made_up_passkeys_are_refused()
    {
        var (_, path) = await desk.Invite();
        var eve = await Visitor();
        foreach (var credential in new[] { "", "{}", """{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{}}""" })
        {
            var page = await DeskVisitor.Parse(await eve.Post(path + "?handler=Passkey", await Form(eve, path, credential)), HttpStatusCode.OK);
            Assert.Contains("was not made", page.Text(".problems"));
        }
    }

    [Fact]
    public async Task A_new_link_replaces_every_old_way_to_sign_in()
    {
        var ada = await DeskVisitor.Enrolled(desk);
        await using var editors = (await desk.Database()).OpenEditors();
        var account = (await new People(editors, TimeProvider.System).ByEmail(ada.Email))!;
        var path = "/editors/invite/" + await new Invitations(editors, TimeProvider.System).Reset(account);
        Assert.Equal(HttpStatusCode.Found, (await ada.Get("/editors")).StatusCode);

        var anew = await Visitor();
        var app = await anew.ReadApp(path);
        await anew.Submit(path, "Password", new() { ["Form.Name"] = "Ada Byron", ["Form.Password"] = "an entirely new password", ["Form.Code"] = app.NewCode() });
        Assert.Contains("Ada Byron", (await anew.Page("/editors")).Text("h1"));
        Assert.Equal(HttpStatusCode.OK, (await (await Visitor()).SignInByPassword(DeskVisitor.Password, ada.Email)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await (await Visitor()).SignInByPassword("an entirely new password", ada.Email)).StatusCode);
    }

    private async Task<DeskVisitor> Visitor() => new((await desk.Site()).Http);

    private static async Task<Dictionary<string, string>> Form(DeskVisitor visitor, string path, string credential) =>
        DeskVisitor.Fields(await visitor.Page(path), "", new() { ["Form.Name"] = "Eve", ["Credential"] = credential });
}
