using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Postgres.Editors;
using WhereToReport.Web.Editors;

namespace WhereToReport.Web.Pages.Editors;

/// <summary>Where a one-time link leads: the person sets up a way to sign in, and is signed in.</summary>
public sealed class InviteModel(Invitations invitations, Enrolment enrolment, DeskSignIn signIn, AuthenticatorCodes codes) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public EnrolmentForm Form { get; set; } = new();

    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>Null where the link does not work (any more).</summary>
    public Invitation? Invitation { get; private set; }

    public bool SignedInHere { get; private set; }

    /// <summary>Set once: on the answer that made the account.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await Open() ?? Page();

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        if (await Open() is { } closed)
            return closed;
        ModelState.Holds(new EnrolmentForm.NameValidator(), Form, nameof(Form));
        ModelState.Holds(new EnrolmentForm.PasswordValidator(Invitation!.Email), Form, nameof(Form));
        var step = codes.Step(Invitation.AuthenticatorKey, Form.Code ?? "");
        if (step is null)
            ModelState.AddModelError("Form.Code", "That is not the code that your app should show now. Did you scan the picture on this page?");
        if (!ModelState.IsValid)
            return Page();
        if (await enrolment.WithPassword(Invitation, Form.Name!.Trim(), Form.Password!, step!.Value) is not { } enrolled)
            return Gone();
        await signIn.SignIn(enrolled.Editor, DeskSignIn.ByPassword);
        RecoveryCodes = enrolled.RecoveryCodes;
        return Page();
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync()
    {
        if (await Open() is { } closed)
            return closed;
        if (!ModelState.Holds(new EnrolmentForm.NameValidator(), Form, nameof(Form)))
            return BadRequest();
        return Content(
            await signIn.MakePasskeyCreationOptionsAsync(new() { Id = Enrolment.AccountOf(Invitation!).ToString(), Name = Invitation!.Email, DisplayName = Form.Name!.Trim() }),
            "application/json");
    }

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        if (await Open() is { } closed)
            return closed;
        if (!ModelState.Holds(new EnrolmentForm.NameValidator(), Form, nameof(Form)))
            return Page();
        if (await signIn.NewPasskey(Enrolment.AccountOf(Invitation!), Credential ?? "") is not { } passkey)
        {
            ModelState.AddModelError("", "The passkey was not made. Please try again, or use a password and an app.");
            return Page();
        }
        passkey.Name = BrowserWords.Of(Request.Headers.UserAgent.ToString());
        if (await enrolment.WithPasskey(Invitation!, Form.Name!.Trim(), passkey) is not { } editor)
            return Gone();
        await signIn.SignIn(editor, DeskSignIn.ByPasskey);
        return Redirect(Desk.Path);
    }

    // What to show instead, where there is nothing to enrol with.
    private async Task<IActionResult?> Open()
    {
        if (SignedInHere = await signIn.IsSignedIn())
            return Page();
        Invitation = await invitations.Find(Token);
        return Invitation is null ? Gone() : null;
    }

    private PageResult Gone()
    {
        Invitation = null;
        var page = Page();
        page.StatusCode = StatusCodes.Status410Gone;
        return page;
    }

    /// <summary>What a person types to enrol.</summary>
    public sealed class EnrolmentForm
    {
        public string? Name { get; set; }
        public string? Password { get; set; }
        public string? Code { get; set; }

        internal sealed class NameValidator : AbstractValidator<EnrolmentForm>
        {
            public NameValidator() => RuleFor(form => form.Name)
                .NotEmpty().WithMessage("Type your name.")
                .MaximumLength(100).WithMessage("Use at most 100 characters.");
        }

        internal sealed class PasswordValidator : AbstractValidator<EnrolmentForm>
        {
            public PasswordValidator(string email) => RuleFor(form => form.Password).MustBeGood(form => [form.Name, email]);
        }
    }
}
