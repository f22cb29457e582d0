using System.Net;
using WhereToReport.Postgres.Editors;
using WhereToReport.Testing;
using WhereToReport.Web.Tests.Pages;

namespace WhereToReport.Web.Tests.Editors;

public class AccountTests(DeskSite desk)
{
    [Fact]
    public async Task A_session_that_is_ended_elsewhere_is_over_at_the_next_request()
    {
        var here = await DeskVisitor.Enrolled(desk);
        var there = await AlsoSignedIn(here);
        await there.Page("/editors");

        Assert.Equal(2, (await here.Page("/editors/account")).QuerySelectorAll("#session-list > li").Length);
        await here.Submit("/editors/account", "EndSession", []);

        Assert.Equal(HttpStatusCode.Found, (await there.Get("/editors")).StatusCode);
        await here.Page("/editors");
    }

    [Fact]
    public async Task Nobody_can_end_the_session_of_somebody_else()
    {
        var (ada, eve) = (await DeskVisitor.Enrolled(desk), await DeskVisitor.Enrolled(desk));
        await AlsoSignedIn(eve);
        var session = await (await desk.Database()).Scalar<Guid>($"select session.id from desk.session join desk.editor on editor.id = editor_id where email = '{ada.Email}'");
        await eve.Submit("/editors/account", "EndSession", new() { ["Session"] = session.ToString() });
        await ada.Page("/editors");
    }

    [Fact]
    public async Task A_changed_password_counts_at_once_and_ends_the_other_sessions()
    {
        var ada = await DeskVisitor.Enrolled(desk);
        var there = await AlsoSignedIn(ada);
        var wrong = await DeskVisitor.Parse(await ada.Submit("/editors/account/password", "", new() { ["Form.Current"] = "not my password", ["Form.Password"] = "a much better password" }), HttpStatusCode.OK);
        Assert.NotEmpty(wrong.Text("#form-current-problem"));
        var right = await ada.Submit("/editors/account/password", "", new() { ["Form.Current"] = DeskVisitor.Password, ["Form.Password"] = "a much better password" });
        Assert.Equal(HttpStatusCode.Found, right.StatusCode);

        await ada.Page("/editors");
        Assert.Equal(HttpStatusCode.Found, (await there.Get("/editors")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await there.SignInByPassword(DeskVisitor.Password, ada.Email)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await there.SignInByPassword("a much better password", ada.Email)).StatusCode);
    }

    [Fact]
    public async Task A_new_app_counts_only_after_its_code_and_then_the_old_one_does_not()
    {
        var ada = await DeskVisitor.Enrolled(desk);
        var fresh = await ada.ReadApp("/editors/account/authenticator");
        Assert.Equal(HttpStatusCode.OK, (await ada.Submit("/editors/account/authenticator", "", new() { ["Form.Code"] = ada.App!.NewCode() })).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await ada.Submit("/editors/account/authenticator", "", new() { ["Form.Code"] = fresh.NewCode() })).StatusCode);

        await ada.SignOut();
        await ada.SignInByPassword();
        Assert.Equal(HttpStatusCode.OK, (await ada.SendCode(ada.App.NewCode())).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await ada.SendCode(fresh.NewCode())).StatusCode);
    }

    [Fact]
    public async Task New_recovery_codes_replace_the_old_ones()
    {
        var ada = await DeskVisitor.Enrolled(desk);
        var page = await DeskVisitor.Parse(await ada.Submit("/editors/account", "NewRecoveryCodes", []), HttpStatusCode.OK);
        var fresh = page.QuerySelectorAll("#recovery-codes code").Select(code => code.TextContent).ToArray();
        Assert.Equal(10, fresh.Length);
        Assert.Empty(fresh.Intersect(ada.RecoveryCodes));

        await ada.SignOut();
        await ada.SignInByPassword();
        Assert.Equal(HttpStatusCode.OK, (await ada.SendCode(ada.RecoveryCodes[0])).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await ada.SendCode(fresh[0])).StatusCode);
    }

    [Fact]
    public async Task The_last_way_to_sign_in_cannot_be_removed()
    {
        var ada = await DeskVisitor.Enrolled(desk);
        var page = await DeskVisitor.Parse(await ada.Submit("/editors/account", "RemovePassword", []), HttpStatusCode.OK);
        Assert.Contains("only way to sign in", page.Text(".problems"));
        await ada.SignOut();
        Assert.Equal(HttpStatusCode.Found, (await ada.SignInByPassword()).StatusCode);
    }

    [Fact]
    public async Task An_admin_invites_locks_and_unlocks_and_cannot_lock_themselves()
    {
        var admin = await DeskVisitor.Enrolled(desk, EditorRole.Admin);
        var email = $"b{Guid.NewGuid():n}@example.org";
        var invited = await DeskVisitor.Parse(await admin.Submit("/editors/people", "Invite", new() { ["Form.Name"] = "Bob", ["Form.Email"] = email, ["Form.Role"] = "Editor" }), HttpStatusCode.OK);
        var bob = new DeskVisitor((await desk.Site()).Http);
        await bob.Enrol(email, new Uri(invited.Text("#link")).AbsolutePath);
        await bob.Page("/editors");

        await admin.Submit("/editors/people", "Lock", new() { ["Account"] = await IdOf(email) });
        Assert.Equal(HttpStatusCode.Found, (await bob.Get("/editors")).StatusCode);
        var refused = await DeskVisitor.Parse(await admin.Submit("/editors/people", "Lock", new() { ["Account"] = await IdOf(admin.Email) }), HttpStatusCode.OK);
        Assert.Contains("your own account", refused.Text(".problems"));
        await admin.Page("/editors");

        await admin.Submit("/editors/people", "Unlock", new() { ["Account"] = await IdOf(email) });
        Assert.Equal(HttpStatusCode.Found, (await bob.SignInByPassword()).StatusCode);
    }

    [Fact]
    public async Task An_admin_gives_a_role_that_counts_at_the_next_click_but_none_to_themselves()
    {
        var (admin, bob) = (await DeskVisitor.Enrolled(desk, EditorRole.Admin), await DeskVisitor.Enrolled(desk));
        Assert.Equal(HttpStatusCode.Forbidden, (await bob.Get("/editors/people")).StatusCode);
        await admin.Submit("/editors/people", "Role", new() { ["Account"] = await IdOf(bob.Email), ["Role"] = "Admin" });
        await bob.Page("/editors/people");
        await bob.Submit("/editors/people", "Role", new() { ["Account"] = await IdOf(admin.Email), ["Role"] = "Editor" });
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.Get("/editors/people")).StatusCode);

        var refused = await DeskVisitor.Parse(await bob.Submit("/editors/people", "Role", new() { ["Account"] = await IdOf(bob.Email), ["Role"] = "Editor" }), HttpStatusCode.OK);
        Assert.Contains("your own account", refused.Text(".problems"));
        var nonsense = await DeskVisitor.Parse(await bob.Submit("/editors/people", "Role", new() { ["Account"] = await IdOf(admin.Email), ["Role"] = "7" }), HttpStatusCode.OK);
        Assert.Contains("Choose a role", nonsense.Text(".problems"));
    }

    [Fact]
    public async Task Who_signed_in_long_ago_does_so_again_before_changing_who_can_sign_in()
    {
        var admin = await DeskVisitor.Enrolled(desk, EditorRole.Admin);
        await (await desk.Database()).Execute($"update desk.session set started_at = now() - interval '31 minutes' from desk.editor where editor.id = editor_id and email = '{admin.Email}'");
        foreach (var response in new[]
        {
            await admin.Submit("/editors/account", "NewRecoveryCodes", []),
            await admin.Submit("/editors/people", "Invite", new() { ["Form.Name"] = "Eve", ["Form.Email"] = "eve@example.org" }),
            await admin.Get("/editors/account/password"),
            await admin.Get("/editors/account/authenticator"),
        })
            Assert.StartsWith("/editors/account/again?returnUrl=", response.Headers.Location!.ToString());
        Assert.Equal(0, await (await desk.Database()).Scalar<long>("select count(*) from desk.invitation where email = 'eve@example.org'"));

        // Everything else goes on as before.
        await admin.Page("/editors/people");
        var again = await admin.Submit("/editors/account/again?returnUrl=%2Feditors%2Faccount%2Fpassword", "again", []);
        Assert.Equal("/editors/sign-in?returnUrl=%2Feditors%2Faccount%2Fpassword", again.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Found, (await admin.Get("/editors")).StatusCode);
        await admin.SignInByPassword();
        await admin.SendCode(admin.App!.NewCode());
        await admin.Page("/editors/account/password");
    }

    [Fact]
    public async Task An_admin_sees_open_links_and_withdraws_one()
    {
        var admin = await DeskVisitor.Enrolled(desk, EditorRole.Admin);
        var (email, path) = await desk.Invite();
        var invited = (await admin.Page("/editors/people")).QuerySelector($"[data-link-for='{email}'] [name=Invited]")!.GetAttribute("value")!;
        await admin.Submit("/editors/people", "Withdraw", new() { ["Invited"] = invited });
        Assert.Equal(HttpStatusCode.Gone, (await new DeskVisitor((await desk.Site()).Http).Get(path)).StatusCode);
        Assert.Null((await admin.Page("/editors/people")).QuerySelector($"[data-link-for='{email}']"));
    }

    [Fact]
    public async Task A_locked_account_cannot_sign_in_until_it_is_unlocked()
    {
        var ada = await DeskVisitor.Enrolled(desk);
        await using var editors = (await desk.Database()).OpenEditors();
        var people = new People(editors, TimeProvider.System);
        var account = (await people.ByEmail(ada.Email))!;
        await people.Lock(account);
        Assert.Equal(HttpStatusCode.OK, (await ada.SignInByPassword()).StatusCode);
        await people.Unlock(account);
        Assert.Equal(HttpStatusCode.Found, (await ada.SignInByPassword()).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await ada.SendCode(ada.App!.NewCode())).StatusCode);
    }

    private async Task<DeskVisitor> AlsoSignedIn(DeskVisitor visitor)
    {
        var there = new DeskVisitor((await desk.Site()).Http);
        await there.SignInByPassword(email: visitor.Email);
        Assert.Equal(HttpStatusCode.Found, (await there.SendCode(visitor.RecoveryCodes[0])).StatusCode);
        return there;
    }

    private async Task<string> IdOf(string email) =>
        (await (await desk.Database()).Scalar<Guid>($"select id from desk.editor where email = '{email}'")).ToString();
}
