using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Postgres.Editors;
using WhereToReport.Web.Editors;

namespace WhereToReport.Web.Pages.Editors.Account;

/// <summary>Changes the password, or sets one up together with an authenticator app: never one without the other.</summary>
[RecentSignIn(AlsoToRead = true)]
public sealed class PasswordModel(UserManager<Editor> users, Enrolment enrolment, AuthenticatorCodes codes, PendingAuthenticator pending, Sessions sessions) : PageModel
{
    [BindProperty]
    public PasswordForm Form { get; set; } = new();

    public Editor Editor { get; private set; } = null!;

    public bool HasPassword => Editor.PasswordHash is not null;

    /// <summary>The app to set up; null where there is one already.</summary>
    public AuthenticatorSetup? Setup { get; private set; }

    /// <summary>Set once: on the answer that made them.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Editor = await users.GetUserAsync(User) ?? throw new InvalidOperationException("A session without an account.");
        if (!HasPassword)
            Setup = AuthenticatorSetup.Of(Editor.Email!, await pending.Key(Editor));
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        ModelState.Holds(new PasswordForm.Validator(Editor), Form, nameof(Form));
        return HasPassword ? await Change() : await SetUp();
    }

    private async Task<IActionResult> Change()
    {
        // Whoever sits down at an open desk must not be able to try passwords without end.
        if (await users.IsLockedOutAsync(Editor))
            ModelState.AddModelError("Form.Current", "Too many wrong tries. Please wait 15 minutes.");
        if (!ModelState.IsValid)
            return Page();
        if (!(await users.ChangePasswordAsync(Editor, Form.Current ?? "", Form.Password!)).Succeeded)
        {
            await users.AccessFailedAsync(Editor);
            ModelState.AddModelError("Form.Current", "That is not your password.");
            return Page();
        }
        await sessions.EndAll(Editor.Id, keep: User.SessionId());
        return Redirect("/editors/account?done=password");
    }

    private async Task<IActionResult> SetUp()
    {
        var key = await pending.Key(Editor);
        var step = codes.Step(key, Form.Code ?? "");
        if (step is null)
            ModelState.AddModelError("Form.Code", "That is not the code that your app should show now.");
        if (!ModelState.IsValid)
            return Page();
        RecoveryCodes = await enrolment.SetPassword(Editor, Form.Password!, key, step!.Value);
        await pending.Forget(Editor);
        return Page();
    }

    /// <summary>What a person types.</summary>
    public sealed class PasswordForm
    {
        public string? Current { get; set; }
        public string? Password { get; set; }
        public string? Code { get; set; }

        internal sealed class Validator : AbstractValidator<PasswordForm>
        {
            public Validator(Editor editor)
            {
                RuleFor(form => form.Password).MustBeGood(_ => [editor.Name, editor.Email]);
                if (editor.PasswordHash is not null)
                    RuleFor(form => form.Current).NotEmpty().WithMessage("Type the password that you have now.");
            }
        }
    }
}
