using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.RateLimiting;
using WhereToReport.Postgres.History;

namespace WhereToReport.Web.Api;

/// <summary>The directory for programs: JSON under <c>/api/v1</c>, the feed of changes, and the document that tells of both.</summary>
public static class DirectoryApi
{
    public static void AddApi(this WebApplicationBuilder builder)
    {
        // Values by their names in kebab case; nothing is left out, so that a reader can rely on every field.
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        });
        builder.Services.Configure<ProblemDetailsOptions>(problems => problems.CustomizeProblemDetails = ApiProblem.Complete);
        builder.Services.Configure<ApiOptions>(builder.Configuration.GetSection("Api"));
        builder.Services.AddSingleton<ApiLimit>();
        builder.Services.AddOptions<RateLimiterOptions>().Configure<ApiLimit>((limits, limit) => limit.Apply(limits));
        builder.Services.AddSingleton<PublicHistory>();
        builder.AddApiDocument();
    }

    /// <summary>Tells on every answer of the API how many requests are left; to be called before limits are applied.</summary>
    public static void UseApiLimit(this WebApplication app)
    {
        var limit = app.Services.GetRequiredService<ApiLimit>();
        app.Use((context, next) =>
        {
            limit.Tell(context);
            return next(context);
        });
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapAnswer();
        api.MapPlaces();
        api.MapCountries();
        api.MapChannels();
        api.MapGuidance();
        api.MapChanges();
        app.MapChangesFeed();
        app.MapApiDocument();
        app.MapApiReference();
    }
}
