using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Postgres.Editors;
using WhereToReport.Web.Editors;

namespace WhereToReport.Web.Pages.Editors.Account;

/// <summary>Replaces the authenticator app of an account that has a password.</summary>
[RecentSignIn(AlsoToRead = true)]
public sealed class AuthenticatorModel(UserManager<Editor> users, Enrolment enrolment, AuthenticatorCodes codes, PendingAuthenticator pending, Sessions sessions) : PageModel
{
    [BindProperty]
    public SignInCodeModel.CodeForm Form { get; set; } = new();

    public AuthenticatorSetup Setup { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() =>
        await Person() is { PasswordHash: not null } editor ? await Show(editor) : Redirect("/editors/account");

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Person() is not { PasswordHash: not null } editor)
            return Redirect("/editors/account");
        var key = await pending.Key(editor);
        if (codes.Step(key, Form.Code ?? "") is not { } step)
        {
            ModelState.AddModelError("Form.Code", "That is not the code that the new app should show now.");
            return await Show(editor);
        }
        await enrolment.SetAuthenticator(editor, key, step);
        await pending.Forget(editor);
        await sessions.EndAll(editor.Id, keep: User.SessionId());
        return Redirect("/editors/account?done=app");
    }

    private async Task<Editor> Person() => await users.GetUserAsync(User) ?? throw new InvalidOperationException("A session without an account.");

    private async Task<IActionResult> Show(Editor editor)
    {
        Setup = AuthenticatorSetup.Of(editor.Email!, await pending.Key(editor));
        return Page();
    }
}
