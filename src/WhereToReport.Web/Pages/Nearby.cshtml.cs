using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain;
using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Maps;
using WhereToReport.Web.Speaking;
using WhereToReport.Web.Telemetry;

namespace WhereToReport.Web.Pages;

/// <summary>
/// Leads from where a person's device says that it is to the answer there. That comes by POST, so that no address holds it, and
/// goes no further: it is neither kept nor logged. Nothing is changed by it, so there is nothing that another site could forge.
/// </summary>
[IgnoreAntiforgeryToken]
[RequestSizeLimit(LargestForm)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NearbyModel(DirectorySnapshot directory, Borders borders, DirectoryMeter meter, PageLanguage language) : PageModel
{
    private const int LargestForm = 4 * 1024;

    /// <summary>The choice between places, or that there is none; null where what was sent is no place on Earth.</summary>
    public Outcome? Outcome { get; private set; }

    public SearchBox Box { get; private set; } = new();

    // Nobody links here: this is the page sent for again, or in the other language, when the location is long gone.
    public IActionResult OnGet() => LocalRedirect(language.To("/"));

    public IActionResult OnPost([FromForm] string? latitude, [FromForm] string? longitude, [FromForm] string? within, [FromForm] string? situation)
    {
        var about = string.IsNullOrEmpty(situation) ? null : directory.Situation(situation);
        Box = new(Situation: about?.Id, AsksSituation: false);
        if (Read(latitude, longitude, within) is not { } here)
            return Show(StatusCodes.Status400BadRequest);

        Outcome = directory.Finder.Find(borders.Outlines.Locate(here, directory.Places), about);
        if (Outcome is Outcome.Answered answered)
            return SeeOther(language.To(answered.Answer.Place, about?.Id));
        if (Outcome is Outcome.Choose)
            meter.AskedBack();
        else
            meter.Missed("nothing");
        return Show(Outcome is Outcome.Choose ? StatusCodes.Status200OK : StatusCodes.Status404NotFound);
    }

    private static Whereabouts? Read(string? latitude, string? longitude, string? within) =>
        Degrees(latitude) is { } north && Degrees(longitude) is { } east && Kilometers(within) is { } vague ? Whereabouts.Of(north, east, vague) : null;

    private static double? Degrees(string? text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;

    private static int? Kilometers(string? text) =>
        text is null ? 0 : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var kilometers) ? kilometers : null;

    // Another page, by GET: so it can be loaded again, kept for offline and read in the other language.
    private StatusCodeResult SeeOther(string address)
    {
        Response.Headers.Location = address;
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private PageResult Show(int status)
    {
        var page = Page();
        page.StatusCode = status;
        return page;
    }
}
