using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
using WhereToReport.Domain;
using WhereToReport.Postgres.History;

namespace WhereToReport.Postgres.Schema;

/// <summary>The directory in Postgres: the source of truth. The database itself refuses nonsense by its constraints.</summary>
public sealed partial class DirectoryContext(DbContextOptions<DirectoryContext> options) : DbContext(options)
{
    public DbSet<StateRow> States => Set<StateRow>();
    public DbSet<CountyRow> Counties => Set<CountyRow>();
    public DbSet<ZipCodeRow> ZipCodes => Set<ZipCodeRow>();
    public DbSet<ZipCountyRow> ZipCounties => Set<ZipCountyRow>();
    public DbSet<MilitaryZipCodeRow> MilitaryZipCodes => Set<MilitaryZipCodeRow>();
    public DbSet<PlaceAliasRow> PlaceAliases => Set<PlaceAliasRow>();
    public DbSet<WorldCityRow> WorldCities => Set<WorldCityRow>();
    public DbSet<OrganizationRow> Organizations => Set<OrganizationRow>();
    public DbSet<ChannelRow> Channels => Set<ChannelRow>();
    public DbSet<RoleRow> Roles => Set<RoleRow>();
    public DbSet<SituationRow> Situations => Set<SituationRow>();
    public DbSet<LearnPageRow> LearnPages => Set<LearnPageRow>();
    public DbSet<SynonymRow> Synonyms => Set<SynonymRow>();
    public DbSet<PlannedContactRow> PlannedContacts => Set<PlannedContactRow>();
    public DbSet<DutyRow> Duties => Set<DutyRow>();
    public DbSet<AwarenessFactRow> AwarenessFacts => Set<AwarenessFactRow>();
    public DbSet<DirectoryRevisionRow> Revisions => Set<DirectoryRevisionRow>();

    private static readonly HistoryInterceptor s_history = new();

    /// <summary>The options every part of the product connects with.</summary>
    public static DbContextOptions<DirectoryContext> OptionsFor(string connectionString) =>
        Options(builder => builder.UseNpgsql(connectionString, UseMigrations));

    /// <inheritdoc cref="OptionsFor(string)"/>
    public static DbContextOptions<DirectoryContext> OptionsFor(NpgsqlDataSource dataSource) =>
        Options(builder => builder.UseNpgsql(dataSource, UseMigrations));

    private static DbContextOptions<DirectoryContext> Options(Action<DbContextOptionsBuilder<DirectoryContext>> useServer)
    {
        var builder = new DbContextOptionsBuilder<DirectoryContext>();
        useServer(builder);
        return builder.UseSnakeCaseNamingConvention().AddInterceptors(s_history).Options;
    }

    private static void UseMigrations(NpgsqlDbContextOptionsBuilder postgres) => postgres.MigrationsAssembly("WhereToReport.Migrations");

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        ConfigureEnums(conventions);
        ConfigureHistoryEnums(conventions);
        conventions.ComplexProperties<Bilingual>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasPostgresExtension("pg_trgm").HasPostgresExtension("unaccent").HasPostgresExtension("fuzzystrmatch");
        ConfigurePlaces(model);
        ConfigureChannels(model);
        ConfigureGuidance(model);
        ConfigureRecords(model);
        ConfigureHistory(model);
        ConfigureCorrections(model);
        ConfigureLinks(model);
    }

    private static void HasCheck<T>(EntityTypeBuilder<T> entity, string name, string sql)
        where T : class =>
        entity.ToTable(table => table.HasCheckConstraint($"ck_{entity.Metadata.GetTableName()}_{name}", sql));
}
