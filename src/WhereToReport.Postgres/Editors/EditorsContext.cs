using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Editors;

/// <summary>
/// The accounts of the editors' desk, in the schema <c>desk</c> of the same database. Nothing public reads it, so the
/// public site neither builds its model nor asks for it.
/// </summary>
public sealed class EditorsContext(DbContextOptions<EditorsContext> options) : IdentityUserContext<Editor, Guid>(options), IDataProtectionKeyContext
{
    private const string Desk = "desk";

    // Identity's model asks the application's services for its version; version 3 has passkeys.
    private static readonly ServiceProvider s_identity = new ServiceCollection()
        .Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<EditorSession> Sessions => Set<EditorSession>();

    /// <summary>The keys that seal the desk's cookies and forms, shared by all nodes.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>The options every part of the product connects with.</summary>
    public static DbContextOptions<EditorsContext> OptionsFor(string connectionString) =>
        Options(builder => builder.UseNpgsql(connectionString, UseMigrations));

    /// <inheritdoc cref="OptionsFor(string)"/>
    public static DbContextOptions<EditorsContext> OptionsFor(NpgsqlDataSource dataSource) =>
        Options(builder => builder.UseNpgsql(dataSource, UseMigrations));

    private static DbContextOptions<EditorsContext> Options(Action<DbContextOptionsBuilder<EditorsContext>> useServer)
    {
        var builder = new DbContextOptionsBuilder<EditorsContext>();
        useServer(builder);
        builder.UseApplicationServiceProvider(s_identity);
        return builder.UseSnakeCaseNamingConvention().Options;
    }

    private static void UseMigrations(NpgsqlDbContextOptionsBuilder postgres) => postgres
        .MigrationsAssembly("WhereToReport.Migrations")
        .MigrationsHistoryTable("__EFMigrationsHistory", Desk);

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<EditorRole>().HaveConversion<EnumName<EditorRole>>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.HasDefaultSchema(Desk);
        ConfigureIdentity(model);

        model.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("invitation", table => table.HasCheckConstraint("ck_invitation_role", EnumName<EditorRole>.Check("role")));
            invitation.HasIndex(row => row.TokenHash).IsUnique();
            invitation.HasOne<Editor>().WithMany().HasForeignKey(row => row.EditorId).OnDelete(DeleteBehavior.Cascade);
            invitation.HasOne<Editor>().WithMany().HasForeignKey(row => row.InvitedById).OnDelete(DeleteBehavior.SetNull);
        });

        model.Entity<EditorSession>(session =>
        {
            session.ToTable("session");
            session.HasIndex(row => row.KeyHash).IsUnique();
            session.HasOne(row => row.Editor).WithMany().HasForeignKey(row => row.EditorId).OnDelete(DeleteBehavior.Cascade);
        });

        model.Entity<DataProtectionKey>().ToTable("data_protection_key");
    }

    // Identity's tables under our names, without what the desk has no use for.
    private static void ConfigureIdentity(ModelBuilder model)
    {
        model.Ignore<IdentityUserClaim<Guid>>().Ignore<IdentityUserLogin<Guid>>();
        model.Entity<IdentityUserToken<Guid>>().ToTable("editor_token");
        model.Entity<IdentityUserPasskey<Guid>>().ToTable("editor_passkey");
        model.Entity<Editor>(editor =>
        {
            editor.ToTable("editor", table => table.HasCheckConstraint("ck_editor_role", EnumName<EditorRole>.Check("role")));
            editor.Ignore(row => row.PhoneNumber).Ignore(row => row.PhoneNumberConfirmed).Ignore(row => row.EmailConfirmed);
            editor.HasMany<IdentityUserToken<Guid>>().WithOne().HasForeignKey(token => token.UserId).HasConstraintName("fk_editor_token_editor_user_id");
            editor.HasMany<IdentityUserPasskey<Guid>>().WithOne().HasForeignKey(passkey => passkey.UserId).HasConstraintName("fk_editor_passkey_editor_user_id");
            editor.HasIndex(row => row.NormalizedUserName).HasDatabaseName("ux_editor_user_name").IsUnique();
            editor.HasIndex(row => row.NormalizedEmail).HasDatabaseName("ux_editor_email").IsUnique();
        });
    }
}
