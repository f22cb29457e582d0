using Microsoft.EntityFrameworkCore;
using WhereToReport.Domain.Links;

namespace WhereToReport.Postgres.Schema;

public sealed partial class DirectoryContext
{
    public DbSet<LinkCheckRow> LinkChecks => Set<LinkCheckRow>();
    public DbSet<LinkResultRow> LinkResults => Set<LinkResultRow>();

    private static void ConfigureLinks(ModelBuilder model)
    {
        model.Entity<LinkCheckRow>(link =>
        {
            link.ToTable("link_check").HasKey(row => row.Url);
            link.HasMany(row => row.Uses).WithOne().HasForeignKey(row => row.Url).OnDelete(DeleteBehavior.Cascade);
            link.HasMany(row => row.Results).WithOne().HasForeignKey(row => row.Url).OnDelete(DeleteBehavior.Cascade);
            link.Property(row => row.Outcome).HasConversion<EnumName<LinkOutcome>>();
            link.HasIndex(row => row.NextDue);
            HasCheck(link, "outcome", EnumName<LinkOutcome>.Check("outcome"));
            HasCheck(link, "checked", "(outcome is null) = (checked_at is null)");
            HasCheck(link, "failures", "failures >= 0 and (failures > 0) = (first_failed_at is not null)");
        });

        model.Entity<LinkUseRow>(use =>
        {
            use.ToTable("link_use").HasKey(row => new { row.Url, row.Record, row.RecordId, row.Part });
            use.Property(row => row.Record).HasConversion<EnumName<LinkedRecord>>();
            use.Property(row => row.Part).HasConversion<EnumName<LinkPart>>();
            use.HasIndex(row => new { row.Record, row.RecordId });
            HasCheck(use, "record", EnumName<LinkedRecord>.Check("record"));
            HasCheck(use, "part", EnumName<LinkPart>.Check("part"));
        });

        model.Entity<LinkResultRow>(result =>
        {
            result.ToTable("link_result").HasKey(row => row.Id);
            result.Property(row => row.Outcome).HasConversion<EnumName<LinkOutcome>>();
            result.HasIndex(row => new { row.Url, row.CheckedAt });
            HasCheck(result, "outcome", EnumName<LinkOutcome>.Check("outcome"));
        });
    }
}
