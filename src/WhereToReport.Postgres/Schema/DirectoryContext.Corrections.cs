using Microsoft.EntityFrameworkCore;
using WhereToReport.Domain.Corrections;

namespace WhereToReport.Postgres.Schema;

public sealed partial class DirectoryContext
{
    public DbSet<CorrectionRow> Corrections => Set<CorrectionRow>();

    private static void ConfigureCorrections(ModelBuilder model) => model.Entity<CorrectionRow>(correction =>
    {
        correction.ToTable("correction").HasKey(row => row.Id);
        correction.Property(row => row.Id).ValueGeneratedNever();
        correction.Property(row => row.Kind).HasConversion<EnumName<CorrectionKind>>();
        correction.Property(row => row.State).HasConversion<EnumName<CorrectionState>>();
        correction.HasIndex(row => row.Receipt).IsUnique();
        correction.HasIndex(row => row.IdempotencyKey).IsUnique();
        correction.HasIndex(row => row.ReceivedAt).HasFilter("state = 'open'").HasDatabaseName("ix_correction_open");
        HasCheck(correction, "receipt", "receipt ~ '^[0-9A-HJKMNP-TV-Z]{10}$'");
        HasCheck(correction, "channel_id", "channel_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(channel_id) <= 80");
        HasCheck(correction, "kind", EnumName<CorrectionKind>.Check("kind"));
        HasCheck(correction, "state", EnumName<CorrectionState>.Check("state"));
        HasCheck(correction, "text", $"length(text) between 1 and {NewCorrection.MaxTextLength}");
        HasCheck(correction, "source_url", $"source_url ~ '^https?://[^[:space:]]+$' and length(source_url) <= {NewCorrection.MaxUrlLength}");
        HasCheck(correction, "email", $"email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= {NewCorrection.MaxEmailLength}");
        HasCheck(correction, "language", "language in ('en', 'es')");
        HasCheck(correction, "decision", "(state = 'open') = (decided_at is null) and (state <> 'open' or num_nonnulls(answer, decided_by) = 0)");
    });
}
