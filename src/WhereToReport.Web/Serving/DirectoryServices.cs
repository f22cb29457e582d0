using WhereToReport.Postgres.Snapshots;

namespace WhereToReport.Web.Serving;

public static class DirectoryServices
{
    /// <summary>The directory in memory, the refresher that keeps it new, and the database behind it.</summary>
    public static void AddDirectory(this WebApplicationBuilder builder)
    {
        // The longest work of a start, and it needs nothing else.
        var settings = builder.Configuration.GetSection("Directory");
        var file = new SnapshotFile((settings.Get<DirectoryOptions>() ?? new()).SnapshotFile);
        file.ReadAhead();

        var connection = builder.Configuration.GetConnectionString("Directory") ?? "Host=localhost;Database=directory";

        builder.Services.Configure<DirectoryOptions>(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => new DatabaseConnections(connection));
        builder.Services.AddSingleton(services => services.GetRequiredService<DatabaseConnections>().Primary);
        builder.Services.AddSingleton<CurrentDirectory>();
        builder.Services.AddSingleton(services =>
            new SnapshotLoader(services.GetRequiredService<DatabaseConnections>().ForReading, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(file);
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
