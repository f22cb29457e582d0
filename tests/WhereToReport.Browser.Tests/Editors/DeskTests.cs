using Microsoft.Playwright;
using WhereToReport.Browser.Tests.Pages;
using WhereToReport.Postgres.Editors;
using WhereToReport.Testing;
using static Microsoft.Playwright.Assertions;

namespace WhereToReport.Browser.Tests.Editors;

public class DeskTests(Browser browser, DeskSite desk) : EditorTests(browser, desk)
{
    private static readonly string[] s_pages =
    [
        "/editors", "/editors/people", "/editors/account", "/editors/account/password", "/editors/account/authenticator", "/editors/account/again", "/editors/nowhere",
        "/editors/records?kind=duty", "/editors/records/channel/tx-houston", "/editors/edit/channel/tx-houston", "/editors/edit/channel/tx-houston?remove=true",
        "/editors/edit/situation/sextortion", "/editors/edit/duty/TX", "/editors/edit/learn-page", "/editors/proposals", "/editors/corrections", "/editors/links?show=all",
        "/editors/history?kind=duty", "/editors/history/1",
    ];

    [Fact]
    public async Task An_invited_person_makes_a_passkey_signs_out_and_signs_in_with_it()
    {
        var page = await Editor(await Desk.Invite());
        await AddAuthenticator(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Ada Lovelace");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Sign in");
        await page.GotoAsync("/editors/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use my passkey" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Your account");
        await Expect(page.Locator("main")).ToContainTextAsync("By passkey");
    }

    [Fact]
    public async Task A_passkey_without_finger_face_or_PIN_is_not_enough()
    {
        var page = await Editor(await Desk.Invite());
        await AddAuthenticator(page, verifies: false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await Expect(page.Locator("[data-passkey-problem]")).ToBeVisibleAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Welcome");
    }

    [Fact]
    public async Task A_passkey_that_the_desk_does_not_know_signs_nobody_in()
    {
        var invited = await Desk.Invite();
        var page = await Editor(invited);
        await AddAuthenticator(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Ada Lovelace");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await (await Desk.Database()).Execute($"delete from desk.editor_passkey where user_id = (select id from desk.editor where email = '{invited.Email}')");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use my passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("did not work");
        await Expect(page.Locator("h1")).ToContainTextAsync("Sign in");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_invited_person_uses_a_password_and_an_app_with_or_without_script(bool script)
    {
        var (email, path) = await Desk.Invite();
        var page = await Editor((email, path), Screen.Phone with { Script = script });
        var app = await EnrolByPassword(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Password", Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Next: the code" }).ClickAsync();
        await page.GetByLabel("Code from your authenticator app").FillAsync(app.WrongCode());
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.Locator("#form-code-problem")).ToBeVisibleAsync();
        await page.GetByLabel("Code from your authenticator app").FillAsync(app.NewCode());
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Ada Lovelace");
    }

    [Fact]
    public async Task A_second_passkey_is_added_renamed_and_removed_but_never_the_last_way_in()
    {
        var page = await Editor(await Desk.Invite());
        await EnrolByPassword(page);
        await page.GotoAsync("/editors/account");
        await AddAuthenticator(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("was added");
        await page.GetByLabel("Name of passkey 1").FillAsync("My phone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rename" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("My phone");

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove password and app" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Removed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("only way to sign in");
        await Expect(page.GetByLabel("Name of passkey 1")).ToHaveValueAsync("My phone");
    }

    [Fact]
    public async Task Cookies_stay_at_the_desk()
    {
        var page = await Editor(await Desk.Invite());
        await EnrolByPassword(page);
        await page.GotoAsync("/");
        Assert.Empty(await page.Context.CookiesAsync([page.Url]));
        Assert.Contains(await page.Context.CookiesAsync([page.Url + "editors"]), cookie => cookie is { Name: "__Secure-editors", Secure: true, HttpOnly: true, SameSite: SameSiteAttribute.Strict, Path: "/editors" });
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Axe_finds_nothing_at_the_desk_and_nothing_scrolls_sideways(int width)
    {
        var invited = await Desk.Invite(EditorRole.Admin);
        var page = await Editor(invited, new Screen(width));
        var violations = new List<string>();
        async Task Look()
        {
            violations.AddRange(await Axe.Violations(page));
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") > 0)
                violations.Add($"{page.Url} scrolls sideways at {width} px");
        }

        await Look();
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a password and an app" }).ClickAsync();
        await Look();
        await EnrolByPassword(page);
        await Look();
        foreach (var path in s_pages)
        {
            await page.GotoAsync(path);
            await Look();
        }
        await page.GotoAsync("/editors/people");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        await Look();
        await page.GotoAsync("/editors/edit/channel/tx-southern"); // which no other test changes meanwhile
        await page.Locator("#record-website").FillAsync("nonsense");
        await page.GetByRole(AriaRole.Button, new() { Name = "Next: look it over" }).ClickAsync();
        await Expect(page.Locator("#problems")).ToBeFocusedAsync();
        await Look();
        await page.Locator("#record-website").FillAsync("https://www.example.gov");
        await page.GetByLabel("How did you check it?").SelectOptionAsync("Called");
        await page.GetByRole(AriaRole.Button, new() { Name = "Next: look it over" }).ClickAsync();
        await Expect(page.Locator("#review")).ToBeVisibleAsync();
        await Look();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Look();
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }
}
