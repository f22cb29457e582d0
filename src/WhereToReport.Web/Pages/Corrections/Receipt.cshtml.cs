using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Npgsql;
using WhereToReport.Domain;
using WhereToReport.Domain.Corrections;
using WhereToReport.Postgres.Corrections;

namespace WhereToReport.Web.Pages.Corrections;

/// <summary>What became of a correction, for whoever has its receipt code: 404 for a code that was never given, 503 while the database is down.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed partial class ReceiptModel(CorrectionBox box, DirectorySnapshot directory, ILogger<ReceiptModel> log) : PageModel
{
    /// <summary>The code as it was typed.</summary>
    public string Typed { get; private set; } = "";

    /// <summary>Null where there is none, or none can be read.</summary>
    public SentCorrection? Correction { get; private set; }

    /// <summary>The name of the channel that it is about; null where it is about none, or the channel is gone.</summary>
    public Bilingual? Channel => Correction?.ChannelId is { } id ? directory.Channel(id)?.Name : null;

    /// <summary>True while nobody can tell what became of a correction.</summary>
    public bool Silent { get; private set; }

    public async Task<IActionResult> OnGetAsync(string receipt)
    {
        Typed = receipt;
        try
        {
            Correction = ReceiptCode.Parse(receipt) is { } code ? await box.Read(code) : null;
        }
        catch (NpgsqlException down)
        {
            CannotRead((down as PostgresException)?.SqlState ?? down.GetType().Name);
            Silent = true;
        }
        var page = Page();
        page.StatusCode = Silent ? StatusCodes.Status503ServiceUnavailable : Correction is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return page;
    }

    [LoggerMessage(LogLevel.Warning, "A correction cannot be read ({Reason}).")]
    private partial void CannotRead(string reason);
}
