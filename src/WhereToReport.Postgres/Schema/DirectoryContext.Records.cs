using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WhereToReport.Domain.Sources;

namespace WhereToReport.Postgres.Schema;

public sealed partial class DirectoryContext
{
    private const string OneRecord = "num_nonnulls(channel_id, role_id, situation_id, duty_state_code, awareness_fact_id) = 1";

    private static void ConfigureRecords(ModelBuilder model)
    {
        HasSources(model.Entity<ChannelRow>(), nameof(SourceRow.ChannelId));
        HasSources(model.Entity<RoleRow>(), nameof(SourceRow.RoleId));
        HasSources(model.Entity<SituationRow>(), nameof(SourceRow.SituationId));
        HasSources(model.Entity<DutyRow>(), nameof(SourceRow.DutyStateCode));
        HasSources(model.Entity<AwarenessFactRow>(), nameof(SourceRow.AwarenessFactId));

        model.Entity<SourceRow>(source =>
        {
            source.ToTable("source").HasKey(row => row.Id);
            HasCheck(source, "one_record", OneRecord);
            HasCheck(source, "url", "url ~ '^https?://[^[:space:]]+$'");
            HasCheck(source, "date", "date ~ '^[0-9]{4}(-[0-9]{2}){0,2}$'");
        });

        model.Entity<VerificationRow>(verification =>
        {
            verification.ToTable("verification").HasKey(row => row.Id);
            HasCheck(verification, "one_record", OneRecord);
            HasCheck(verification, "method", EnumName<VerificationMethod>.Check("method"));
            HasCheck(verification, "phone_menu", "length(phone_menu_en) <= 200 and (phone_menu_es is null or length(phone_menu_es) <= 200)");
        });

        model.Entity<DirectoryRevisionRow>(revision =>
        {
            revision.ToTable("directory_revision").HasKey(row => row.Number);
            revision.Property(row => row.Number).ValueGeneratedNever();
            HasCheck(revision, "origin", EnumName<ChangeOrigin>.Check("origin"));
        });
    }

    private static void HasSources<T>(EntityTypeBuilder<T> record, string foreignKey)
        where T : class, ISourcedRow
    {
        record.HasMany(row => row.Sources).WithOne().HasForeignKey(foreignKey).OnDelete(DeleteBehavior.Cascade);
        record.HasOne(row => row.Verification).WithOne().HasForeignKey<VerificationRow>(foreignKey).OnDelete(DeleteBehavior.Cascade);
    }
}
