using Microsoft.Extensions.Options;
using WhereToReport.Postgres.Snapshots;

namespace WhereToReport.Web.Serving;

public static class DirectoryServices
{
    /// <summary>The directory in memory, the refresher that keeps it new, and the database behind it.</summary>
    public static void AddDirectory(this WebApplicationBuilder builder)
    {
        var connection = builder.Configuration.GetConnectionString("Directory") ?? "Host=localhost;Database=directory";

        builder.Services.Configure<DirectoryOptions>(builder.Configuration.GetSection("Directory"));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => new DatabaseConnections(connection));
        builder.Services.AddSingleton(services => services.GetRequiredService<DatabaseConnections>().Primary);
        builder.Services.AddSingleton<CurrentDirectory>();
        builder.Services.AddSingleton(services =>
            new SnapshotLoader(services.GetRequiredService<DatabaseConnections>().ForReading, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(services => new SnapshotFile(services.GetRequiredService<IOptions<DirectoryOptions>>().Value.SnapshotFile));
        builder.Services.AddSingleton<DirectoryStart>();
        builder.Services.AddHostedService<DirectoryRefresher>();
    }

    /// <summary>Loads the first snapshot while the rest of the site starts.</summary>
    public static Task LoadDirectory(this WebApplication app) =>
        Task.Run(() => app.Services.GetRequiredService<DirectoryStart>().Load());

    /// <summary>Whoever asks before the first snapshot is there waits for it.</summary>
    public static void UseDirectory(this WebApplication app)
    {
        var current = app.Services.GetRequiredService<CurrentDirectory>();
        app.Use(next => context => current.IsThere.IsCompleted ? next(context) : Later(context, next));

        async Task Later(HttpContext context, RequestDelegate next)
        {
            await current.IsThere.WaitAsync(context.RequestAborted);
            await next(context);
        }
    }
}
