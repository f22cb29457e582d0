using Microsoft.EntityFrameworkCore.Design;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Migrations;

/// <summary>Lets <c>dotnet ef</c> build the model; writing a migration needs no server.</summary>
public sealed class DirectoryContextFactory : IDesignTimeDbContextFactory<DirectoryContext>
{
    public DirectoryContext CreateDbContext(string[] args) =>
        new(DirectoryContext.OptionsFor(Environment.GetEnvironmentVariable("ConnectionStrings__Directory") ?? "Host=localhost"));
}
