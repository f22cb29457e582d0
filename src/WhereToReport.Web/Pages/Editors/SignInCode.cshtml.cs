using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Web.Editors;

namespace WhereToReport.Web.Pages.Editors;

/// <summary>The second step of signing in with a password.</summary>
public sealed class SignInCodeModel(DeskSignIn signIn) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public CodeForm Form { get; set; } = new();

    /// <inheritdoc cref="SignInModel.Back"/>
    public string Back => DeskAddress.Within(ReturnUrl);

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? Redirect("/editors/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.IsSignedIn())
            return Redirect(Back);
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is null)
            return Redirect("/editors/sign-in");
        if (!ModelState.Holds(new CodeForm.Validator(), Form, nameof(Form)))
            return Page();
        if (await signIn.CheckCode(Form.Code!))
            return Redirect(Back);
        ModelState.AddModelError("Form.Code", "That code did not work. Each code counts once: wait for the next one. After five wrong tries, wait 15 minutes.");
        return Page();
    }

    /// <summary>What a person types in the second step.</summary>
    public sealed class CodeForm
    {
        public string? Code { get; set; }

        internal sealed class Validator : AbstractValidator<CodeForm>
        {
            public Validator() => RuleFor(form => form.Code).NotEmpty().WithMessage("Type the code that your app shows now.");
        }
    }
}
