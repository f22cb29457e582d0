using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Web.Editors;

namespace WhereToReport.Web.Pages.Editors.Account;

/// <summary>Leads to signing in and back, before something that <see cref="RecentSignInAttribute"/> guards.</summary>
public sealed class AgainModel(DeskSignIn signIn) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <inheritdoc cref="SignInModel.Back"/>
    public string Back => DeskAddress.Within(ReturnUrl);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return RedirectToPage("/Editors/SignIn", new { returnUrl = Back });
    }
}
