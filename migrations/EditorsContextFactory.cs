using Microsoft.EntityFrameworkCore.Design;
using WhereToReport.Postgres.Editors;

namespace WhereToReport.Migrations;

/// <inheritdoc cref="DirectoryContextFactory"/>
public sealed class EditorsContextFactory : IDesignTimeDbContextFactory<EditorsContext>
{
    public EditorsContext CreateDbContext(string[] args) =>
        new(EditorsContext.OptionsFor(Environment.GetEnvironmentVariable("ConnectionStrings__Directory") ?? "Host=localhost"));
}
