using Microsoft.Playwright;
using WhereToReport.Testing;
using static Microsoft.Playwright.Assertions;

namespace WhereToReport.Browser.Tests.Editors;

/// <summary>Tests in which people come to the desk with an invitation, and make themselves a way to sign in.</summary>
public abstract class EditorTests(Browser browser, DeskSite desk) : VisitorTests(browser)
{
    protected const string Password = "correct horse battery staple";

    // The desk makes a new revision while people look, and with it a new service worker: see OfflineVisitor.GotoDuringTakeover.
    protected static readonly Screen Visitor = Screen.Phone with { Keeps = false };

    protected DeskSite Desk { get; } = desk;

    // Passkeys belong to a name, not to a number: localhost, not 127.0.0.1.
    protected async Task<IPage> Editor((string Email, string Path) invited, Screen? screen = null)
    {
        var address = new UriBuilder((await Desk.Site()).Address) { Host = "localhost" }.Uri;
        var page = await Open(screen ?? Screen.Phone, address);
        await page.GotoAsync(invited.Path);
        return page;
    }

    protected static async Task<AuthenticatorApp> EnrolByPassword(IPage page)
    {
        var app = new AuthenticatorApp(await page.Locator("#authenticator-key").InnerTextAsync());
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Password", Exact = true }).FillAsync(Password);
        await page.GetByLabel("Code that the app shows now").FillAsync(app.NewCode());
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a password and an app" }).ClickAsync();
        await Expect(page.Locator("#recovery-codes li")).ToHaveCountAsync(10);
        return app;
    }

    // Chromium's virtual authenticator: a device with a screen lock, or one without.
    protected static async Task AddAuthenticator(IPage page, bool verifies = true)
    {
        var chromium = await page.Context.NewCDPSessionAsync(page);
        await chromium.SendAsync("WebAuthn.enable");
        await chromium.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = verifies,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
