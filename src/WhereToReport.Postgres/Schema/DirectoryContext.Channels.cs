using Microsoft.EntityFrameworkCore;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Sources;

namespace WhereToReport.Postgres.Schema;

public sealed partial class DirectoryContext
{
    private const string IdShape = "id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'";
    private const string PhoneShape = @"'^(\+[1-9][0-9]{6,14}|[0-9]{2,8})$'";

    private static void ConfigureChannels(ModelBuilder model)
    {
        model.Entity<OrganizationRow>(organization =>
        {
            organization.ToTable("organization").HasKey(row => row.Id);
            HasCheck(organization, "id", IdShape);
        });

        model.Entity<ChannelRow>(channel =>
        {
            channel.ToTable("channel").HasKey(row => row.Id);
            channel.HasOne<OrganizationRow>().WithMany().HasForeignKey(row => row.OperatorId).OnDelete(DeleteBehavior.Restrict);
            channel.HasMany(row => row.Contacts).WithOne().HasForeignKey(row => row.ChannelId).OnDelete(DeleteBehavior.Cascade);
            channel.HasMany(row => row.Coverage).WithOne().HasForeignKey(row => row.ChannelId).OnDelete(DeleteBehavior.Cascade);
            channel.HasMany(row => row.Situations).WithOne().HasForeignKey(row => row.ChannelId).OnDelete(DeleteBehavior.Cascade);
            HasCheck(channel, "id", IdShape);
            HasCheck(channel, "kind", EnumName<ChannelKind>.Check("kind"));
        });

        model.Entity<ContactRow>(contact =>
        {
            contact.ToTable("contact").HasKey(row => row.Id);
            contact.HasIndex(row => new { row.ChannelId, row.Position }).IsUnique();
            contact.HasIndex(row => new { row.ChannelId, row.Kind, row.Value, row.Extension }).IsUnique().AreNullsDistinct(false);
            HasCheck(contact, "kind", EnumName<ContactKind>.Check("kind"));
            HasCheck(contact, "number", $"kind not in ('phone', 'text') or value ~ {PhoneShape}");
            HasCheck(contact, "address", "kind not in ('chat', 'report-form', 'website') or value ~ '^https?://[^[:space:]]+$'");
            HasCheck(contact, "email", "kind <> 'email' or value ~ '^[^@[:space:]]+@[^@[:space:]]+[.][^@[:space:]]+$'");
            HasCheck(contact, "line", $"(kind = 'phone') = (line is not null) and {EnumName<PhoneLine>.Check("line")}");
            HasCheck(contact, "extension", "extension ~ '^[0-9]{1,6}$'");
        });

        model.Entity<CoverageRow>(coverage =>
        {
            coverage.ToTable("coverage").HasKey(row => row.Id);
            coverage.HasOne<StateRow>().WithMany().HasForeignKey(row => row.StateCode).OnDelete(DeleteBehavior.Restrict);
            coverage.HasOne<CountyRow>().WithMany().HasForeignKey(row => row.CountyFips).OnDelete(DeleteBehavior.Restrict);
            coverage.HasIndex(row => new { row.ChannelId, row.CountryCode, row.StateCode, row.CountyFips }).IsUnique().AreNullsDistinct(false);
            HasCheck(coverage, "one_area", "num_nonnulls(country_code, state_code, county_fips) <= 1");
            HasCheck(coverage, "country", "country_code ~ '^[A-Z]{2}$'");
            HasCheck(coverage, "basis", EnumName<CoverageBasis>.Check("basis"));
        });

        model.Entity<ChannelSituationRow>(link =>
        {
            link.ToTable("channel_situation").HasKey(row => new { row.ChannelId, row.SituationId });
            link.HasOne<SituationRow>().WithMany().HasForeignKey(row => row.SituationId).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<RoleRow>(role =>
        {
            role.ToTable("role").HasKey(row => row.Id);
            HasCheck(role, "id", IdShape);
            HasCheck(role, "fills", EnumName<ChannelKind>.Check("fills"));
            HasCheck(role, "website", "website ~ '^https?://[^[:space:]]+$'");
        });
    }

    private static void ConfigureEnums(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Domain.Places.StateKind>().HaveConversion<EnumName<Domain.Places.StateKind>>();
        conventions.Properties<ChannelKind>().HaveConversion<EnumName<ChannelKind>>();
        conventions.Properties<ContactKind>().HaveConversion<EnumName<ContactKind>>();
        conventions.Properties<PhoneLine>().HaveConversion<EnumName<PhoneLine>>();
        conventions.Properties<FormRestriction>().HaveConversion<EnumName<FormRestriction>>();
        conventions.Properties<CoverageBasis>().HaveConversion<EnumName<CoverageBasis>>();
        conventions.Properties<Confidence>().HaveConversion<EnumName<Confidence>>();
        conventions.Properties<VerificationMethod>().HaveConversion<EnumName<VerificationMethod>>();
    }
}
