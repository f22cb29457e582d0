using System.Globalization;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Npgsql;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Corrections;
using WhereToReport.Postgres.Corrections;
using WhereToReport.Web.Serving;
using WhereToReport.Web.Speaking;
using WhereToReport.Web.Telemetry;

namespace WhereToReport.Web.Pages.Corrections;

/// <summary>
/// The form by which anybody says what is wrong. Whatever keeps it from being stored is said on the form itself, with the
/// person's words still in it. The text is never logged.
/// </summary>
[IgnoreAntiforgeryToken]
[RequestSizeLimit(LargestForm)]
[ResponseCache(Location = ResponseCacheLocation.Client, Duration = 0)]
public sealed partial class NewModel(
    CorrectionBox box, SendingLimit limit, CurrentDirectory current, DirectoryMeter meter, PageLanguage language, IStringLocalizer<SiteText> text, ILogger<NewModel> log) : PageModel
{
    private const int LargestForm = 256 * 1024;
    private const int SecondsToRetry = 30;

    /// <summary>The channel that the form is about, as the address names it; null for none.</summary>
    public string? ChannelId { get; private set; }

    /// <summary>The same channel as the directory has it; null where it has none (any more).</summary>
    public Channel? Channel { get; private set; }

    /// <summary>What the person typed, as it was typed.</summary>
    public CorrectionForm Form { get; private set; } = new();

    /// <summary>What is wrong with the fields, by their ids.</summary>
    public IReadOnlyList<ValidationFailure> Problems { get; private set; } = [];

    /// <summary>Why a form that is well filled in was not stored.</summary>
    public string? Refusal { get; private set; }

    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.PropertyName == field)?.ErrorMessage;

    public void OnGet(string? channel)
    {
        About(channel);
        Form = new() { Key = Guid.NewGuid() };
    }

    public async Task<IActionResult> OnPostAsync([FromQuery] string? channel, [FromForm] CorrectionForm? form)
    {
        About(channel);
        Form = (form ?? new()) with { Key = form?.Key ?? Guid.NewGuid() };
        if (form is null)
            return Refuse(StatusCodes.Status400BadRequest, text["We could not read what you sent. It may be far too long."]);
        var tidy = Form.Tidied();
        Problems = new CorrectionFormValidator(text).Validate(tidy).Errors;
        if (Problems.Count > 0)
            return Show(StatusCodes.Status400BadRequest);
        if (!FormOrigin.IsOurs(Request))
            return Refuse(StatusCodes.Status403Forbidden, text["This form came from another site, so we did not save it. Please read it and send it from here."]);
        if (!current.DatabaseAnswers)
            return NotSaved();
        if (limit.Wait(HttpContext.Connection.RemoteIpAddress) is { } wait)
            return TooMany(wait);
        using var span = Spans.Source.StartActivity("store a correction");
        try
        {
            var receipt = await box.Receive(tidy.ToCorrection(ChannelId, language.Language));
            meter.CorrectionReceived();
            Response.Headers.Location = language.To($"/corrections/{receipt}");
            return StatusCode(StatusCodes.Status303SeeOther);
        }
        catch (NpgsqlException down)
        {
            CannotSave((down as PostgresException)?.SqlState ?? down.GetType().Name);
            return NotSaved();
        }
    }

    // A channel may be gone since its page was read. What does not even look like one is dropped.
    private void About(string? channel)
    {
        Channel = channel is null ? null : current.Snapshot.Channel(channel);
        ChannelId = channel is not null && NewCorrection.IsChannelId(channel) ? channel : null;
    }

    private IActionResult NotSaved()
    {
        Response.Headers.RetryAfter = SecondsToRetry.ToString(CultureInfo.InvariantCulture);
        return Refuse(StatusCodes.Status503ServiceUnavailable, text["We cannot save anything right now, so this is not sent yet. Your words are still below. Please send them again in a minute."]);
    }

    private IActionResult TooMany(TimeSpan wait)
    {
        Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Refuse(StatusCodes.Status429TooManyRequests, text["Several corrections came from your internet address just now, so this one is not sent yet. Your words are still below. Please send them again in {0} minutes.", Math.Ceiling(wait.TotalMinutes)]);
    }

    private IActionResult Refuse(int status, string reason)
    {
        Refusal = reason;
        return Show(status);
    }

    private PageResult Show(int status)
    {
        var page = Page();
        page.StatusCode = status;
        return page;
    }

    [LoggerMessage(LogLevel.Warning, "A correction cannot be saved ({Reason}).")]
    private partial void CannotSave(string reason);
}
