using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Postgres.Editors;
using WhereToReport.Web.Editors;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Pages.Editors;

/// <summary>Who has an account. Admins invite, give roles, lock and open here; nobody changes or locks their own account, so one admin always stays.</summary>
[RecentSignIn]
public sealed class PeopleModel(People people, Invitations invitations) : PageModel
{
    [BindProperty]
    public InviteForm Form { get; set; } = new();

    [BindProperty]
    public Guid? Account { get; set; }

    /// <summary>The new role of an account.</summary>
    [BindProperty]
    public EditorRole? Role { get; set; }

    /// <summary>The link to withdraw.</summary>
    [BindProperty]
    public Guid? Invited { get; set; }

    public IReadOnlyList<Person> Accounts { get; private set; } = [];

    public IReadOnlyList<Invitation> Open { get; private set; } = [];

    /// <summary>A link that was just made; it is never shown again.</summary>
    public string? Link { get; private set; }

    public string? LinkFor { get; private set; }

    /// <summary>What was just done, in words.</summary>
    public string? Done => Request.Query["done"].ToString() switch
    {
        "locked" => "The account is locked: its sessions have ended, and so have open links to it or from it.",
        "unlocked" => "The account is open again.",
        "role" => "The new role counts from the person's next click on.",
        "withdrawn" => "The link does not work any more.",
        _ => null,
    };

    public Task<IActionResult> OnGetAsync() => Show();

    public async Task<IActionResult> OnPostInviteAsync()
    {
        if (!ModelState.Holds(new InviteForm.Validator(), Form, nameof(Form)))
            return await Show();
        if (await invitations.Invite(Form.Name!, Form.Email!, Form.Role, User.EditorId()) is not { } token)
        {
            ModelState.AddModelError("Form.Email", "This address has an account already.");
            return await Show();
        }
        return await Show(token, Form.Name!);
    }

    public Task<IActionResult> OnPostResetAsync() => WithAccount(async editor => await Show(await invitations.Reset(editor, User.EditorId()), editor.Name));

    public Task<IActionResult> OnPostLockAsync() => WithAccount(async editor =>
    {
        await people.Lock(editor);
        return Back("locked");
    });

    public Task<IActionResult> OnPostUnlockAsync() => WithAccount(async editor =>
    {
        await people.Unlock(editor);
        return Back("unlocked");
    });

    public Task<IActionResult> OnPostRoleAsync() => WithAccount(async editor =>
    {
        if (Role is not { } role || !Enum.IsDefined(role))
            return await Refuse("Choose a role.");
        await people.SetRole(editor, role);
        return Back("role");
    });

    public async Task<IActionResult> OnPostWithdrawAsync() => Invited is { } id && await invitations.Withdraw(id)
        ? Back("withdrawn")
        : await Refuse("This link is no longer open: it was used meanwhile, or is too old.");

    private async Task<IActionResult> WithAccount(Func<Editor, Task<IActionResult>> act)
    {
        if (Account == User.EditorId())
            return await Refuse("You cannot do this to your own account.");
        return Account is { } id && await people.ById(id) is { } editor ? await act(editor) : NotFound();
    }

    private RedirectResult Back(string done) => Redirect("/editors/people?done=" + done);

    private async Task<IActionResult> Refuse(string why)
    {
        ModelState.AddModelError("", why);
        return await Show();
    }

    private async Task<IActionResult> Show(string? token = null, string? name = null)
    {
        if (token is not null)
        {
            (Link, LinkFor) = ($"{PublicAddress.Of(Request)}/editors/invite/{token}", name);
            ModelState.Clear();
            Form = new();
        }
        Accounts = await people.All();
        Open = await invitations.AllOpen();
        return Page();
    }

    /// <summary>Whom to invite.</summary>
    public sealed class InviteForm
    {
        public string? Name { get; set; }
        public string? Email { get; set; }
        public EditorRole Role { get; set; }

        internal sealed class Validator : AbstractValidator<InviteForm>
        {
            public Validator()
            {
                RuleFor(form => form.Name).NotEmpty().WithMessage("Type the person's name.").MaximumLength(100).WithMessage("Use at most 100 characters.");
                RuleFor(form => form.Email).Cascade(CascadeMode.Stop)
                    .NotEmpty().WithMessage("Type the person's e-mail address.")
                    .EmailAddress().WithMessage("Type an address such as name@example.org.")
                    .MaximumLength(254).WithMessage("Use at most 254 characters.");
                RuleFor(form => form.Role).IsInEnum().WithMessage("Choose a role.");
            }
        }
    }
}
