using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Postgres.Editors;
using WhereToReport.Web.Editors;

namespace WhereToReport.Web.Pages.Editors.Account;

/// <summary>A person's ways to sign in and open sessions. The last way to sign in cannot be removed.</summary>
[RecentSignIn(Except = new[] { "SignOut", "RenamePasskey", "EndSession", "EndOthers" })]
public sealed class IndexModel(UserManager<Editor> users, DeskSignIn signIn, Enrolment enrolment, Sessions sessions) : PageModel
{
    private const int LongestName = 60;

    public Editor Editor { get; private set; } = null!;

    public IList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public bool HasPassword => Editor.PasswordHash is not null;

    public int RecoveryCodesLeft { get; private set; }

    /// <summary>Set once: on the answer that made them.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public IReadOnlyList<EditorSession> Sessions { get; private set; } = [];

    public Guid ThisSession => User.SessionId();

    /// <summary>What was just done, in words.</summary>
    public string? Done => Request.Query["done"].ToString() switch
    {
        "added" => "The passkey was added.",
        "renamed" => "The passkey has its new name.",
        "removed" => "Removed. Your other sessions were ended.",
        "ended" => "Ended.",
        "password" => "Your password was changed, and your other sessions were ended.",
        "app" => "Your new authenticator app counts from now on, and your other sessions were ended.",
        _ => null,
    };

    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>The id of a passkey, in base64url.</summary>
    [BindProperty]
    public string? Passkey { get; set; }

    [BindProperty]
    public string? PasskeyName { get; set; }

    [BindProperty]
    public Guid? Session { get; set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Editor = await users.GetUserAsync(User) ?? throw new InvalidOperationException("A session without an account.");
        Passkeys = await users.GetPasskeysAsync(Editor);
        await next();
    }

    public Task<IActionResult> OnGetAsync() => Show();

    public async Task<IActionResult> OnPostSignOutAsync()
    {
        await signIn.SignOutAsync();
        return Redirect("/editors/sign-in");
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(
        await signIn.MakePasskeyCreationOptionsAsync(new() { Id = Editor.Id.ToString(), Name = Editor.Email!, DisplayName = Editor.Name }), "application/json");

    public async Task<IActionResult> OnPostAddPasskeyAsync()
    {
        if (await signIn.NewPasskey(Editor.Id, Credential ?? "") is not { } passkey)
            return await Refuse("The passkey was not made. Perhaps this device has one for your account already.");
        passkey.Name = BrowserWords.Of(Request.Headers.UserAgent.ToString());
        return (await users.AddOrUpdatePasskeyAsync(Editor, passkey)).Succeeded ? Back("added") : await Meanwhile();
    }

    public async Task<IActionResult> OnPostRenamePasskeyAsync()
    {
        var name = PasskeyName?.Trim();
        if (name is not { Length: > 0 and <= LongestName })
            return await Refuse($"Give the passkey a name of 1 to {LongestName} characters.");
        if (Chosen() is not { } passkey)
            return await Meanwhile();
        passkey.Name = name;
        return (await users.AddOrUpdatePasskeyAsync(Editor, passkey)).Succeeded ? Back("renamed") : await Meanwhile();
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync()
    {
        if (Chosen() is not { } passkey)
            return await Meanwhile();
        if (Passkeys.Count == 1 && !HasPassword)
            return await Refuse("This is your only way to sign in. Add another one first.");
        if (!(await users.RemovePasskeyAsync(Editor, passkey.CredentialId)).Succeeded)
            return await Meanwhile();
        return await BackAlone("removed");
    }

    public async Task<IActionResult> OnPostRemovePasswordAsync()
    {
        if (Passkeys.Count == 0)
            return await Refuse("This is your only way to sign in. Add a passkey first.");
        await enrolment.RemovePassword(Editor);
        return await BackAlone("removed");
    }

    public async Task<IActionResult> OnPostNewRecoveryCodesAsync()
    {
        if (!HasPassword)
            return await Refuse("Recovery codes go with a password and an app.");
        RecoveryCodes = await enrolment.NewRecoveryCodes(Editor);
        return Page();
    }

    public async Task<IActionResult> OnPostEndSessionAsync() =>
        Session is { } session && await sessions.End(Editor.Id, session) ? Back("ended") : await Meanwhile();

    public Task<IActionResult> OnPostEndOthersAsync() => BackAlone("ended");

    private UserPasskeyInfo? Chosen() =>
        Passkeys.SingleOrDefault(passkey => Base64Url.EncodeToString(passkey.CredentialId) == Passkey);

    private async Task<IActionResult> BackAlone(string done)
    {
        await sessions.EndAll(Editor.Id, keep: ThisSession);
        return Back(done);
    }

    private RedirectResult Back(string done) => Redirect("/editors/account?done=" + done);

    private Task<IActionResult> Meanwhile() => Refuse("That was changed meanwhile in another window. Here is how it stands now.");

    private async Task<IActionResult> Refuse(string why)
    {
        ModelState.AddModelError("", why);
        return await Show();
    }

    private async Task<IActionResult> Show()
    {
        RecoveryCodesLeft = await users.CountRecoveryCodesAsync(Editor);
        Sessions = await sessions.Of(Editor.Id);
        return Page();
    }
}
