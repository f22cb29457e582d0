using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain;
using WhereToReport.Web.Learning;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Pages.Learn;

/// <summary>One page that explains.</summary>
public sealed class ArticleModel(DirectorySnapshot directory, LearnLibrary library, PageLanguage language) : PageModel
{
    public LearnText Text { get; private set; } = null!;

    public IActionResult OnGet(string slug)
    {
        if (library.Find(directory, slug, language.Language) is not { } text)
            return NotFound();
        Text = text;
        return Page();
    }
}
