using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Web.Editors;

namespace WhereToReport.Web.Pages.Editors;

/// <summary>The first step of signing in: a passkey, which is enough, or a password, after which a code is asked for.</summary>
public sealed class SignInModel(DeskSignIn signIn) : PageModel
{
    /// <summary>One message for every reason, so that it does not tell who has an account.</summary>
    private const string Refused = "That did not work. Please check your address and password. After five wrong tries, wait 15 minutes.";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public PasswordForm Form { get; set; } = new();

    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>The page to go to afterwards; never one outside the desk.</summary>
    public string Back => DeskAddress.Within(ReturnUrl);

    public async Task<IActionResult> OnGetAsync() => await signIn.IsSignedIn() ? Redirect(Back) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.IsSignedIn())
            return Redirect(Back);
        if (!ModelState.Holds(new PasswordForm.Validator(), Form, nameof(Form)))
            return Page();
        if (await signIn.CheckPassword(Form.Email!.Trim(), Form.Password!))
            return RedirectToPage("/Editors/SignInCode", new { returnUrl = Back });
        ModelState.AddModelError("", Refused);
        return Page();
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        if (await signIn.IsSignedIn() || await signIn.CheckPasskey(Credential ?? ""))
            return Redirect(Back);
        ModelState.AddModelError("", "That passkey did not work here. Please try again, or use your password.");
        return Page();
    }

    /// <summary>What a person types in the first step.</summary>
    public sealed class PasswordForm
    {
        public string? Email { get; set; }
        public string? Password { get; set; }

        internal sealed class Validator : AbstractValidator<PasswordForm>
        {
            public Validator()
            {
                RuleFor(form => form.Email).NotEmpty().WithMessage("Type your e-mail address.");
                RuleFor(form => form.Password).NotEmpty().WithMessage("Type your password.");
            }
        }
    }
}
