using Npgsql;
using WhereToReport.Postgres.Editing;
using WhereToReport.Postgres.History;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Web.Editors.Records;

public static class RecordServices
{
    /// <summary>Reading and changing records at the desk, on a server that can be written to, and the history that everybody may read.</summary>
    public static void AddRecords(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(builder.Configuration.GetSection("Editing").Get<EditingOptions>() ?? new());
        services.AddScoped(provider => new DirectoryContext(DirectoryContext.OptionsFor(provider.GetRequiredService<NpgsqlDataSource>())));
        services.AddScoped<RecordEditing>();
        services.AddScoped<Proposals>();
        services.AddScoped<ProposalReading>();
        services.AddScoped<ChangeLog>();
        services.AddScoped<EditorNames>();
        services.AddScoped<RecordIndex>();
        services.AddScoped<FieldWords>();
        services.AddScoped<RecordDifference>();
    }
}
