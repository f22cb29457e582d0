using WhereToReport.Postgres.Corrections;

namespace WhereToReport.Web.Pages.Corrections;

public static class CorrectionServices
{
    /// <summary>Corrections from the public: the box they go to, the limit per sender, and the deletion of old e-mail addresses.</summary>
    public static void AddCorrections(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<CorrectionOptions>(builder.Configuration.GetSection("Corrections"));
        builder.Services.AddSingleton<SendingLimit>();
        builder.Services.AddScoped<CorrectionWords>();
        builder.Services.AddSingleton<CorrectionBox>();
        builder.Services.AddSingleton<CorrectionDesk>();
        builder.Services.AddHostedService<AddressDeletion>();
    }
}
