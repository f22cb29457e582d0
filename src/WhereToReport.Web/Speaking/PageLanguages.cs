using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.WebEncoders;
using WhereToReport.Domain;

namespace WhereToReport.Web.Speaking;

/// <summary>Takes the language from the front of the address, before routing, so that each page has one route for both languages.</summary>
public static class PageLanguages
{
    // Without ICU these throw, and the site does not start: it cannot write dates or the names of countries.
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en-US", predefinedOnly: true);
    private static readonly CultureInfo s_spanish = CultureInfo.GetCultureInfo("es-US", predefinedOnly: true);

    public static void AddPageLanguages(this WebApplicationBuilder builder)
    {
        builder.Services.AddLocalization(options => options.ResourcesPath = "Resources");
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped(services =>
            services.GetRequiredService<IHttpContextAccessor>().HttpContext!.Features.GetRequiredFeature<PageLanguage>());

        // Accented letters stay themselves: the pages are UTF-8, and entities would only make them longer.
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }

    public static void UsePageLanguages(this WebApplication app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        var spanish = request.Path.StartsWithSegments("/es", out var rest);
        if (spanish)
            request.Path = rest.HasValue ? rest : "/";
        else if (request.Path.StartsWithSegments("/embed"))
            spanish = request.Query["lang"] == Language.Spanish.Code(); // an embedded page says its language beside its situation
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = spanish ? s_spanish : s_english;
        context.Features.Set(new PageLanguage(spanish ? Language.Spanish : Language.English, request.Path.ToUriComponent(), request.QueryString.Value ?? ""));
        await next(context);
    });
}
