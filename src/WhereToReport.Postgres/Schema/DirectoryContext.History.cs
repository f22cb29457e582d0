using Microsoft.EntityFrameworkCore;
using WhereToReport.Postgres.History;
using WhereToReport.Postgres.Records;

namespace WhereToReport.Postgres.Schema;

public sealed partial class DirectoryContext
{
    public DbSet<RecordChangeRow> RecordChanges => Set<RecordChangeRow>();
    public DbSet<ImportedRecordRow> ImportedRecords => Set<ImportedRecordRow>();
    public DbSet<ProposalRow> Proposals => Set<ProposalRow>();

    /// <summary>Who changes records now, and why. Without it records are not saved.</summary>
    public ChangeNote? Note { get; set; }

    /// <summary>The history of the save that is running.</summary>
    internal HistoryOfSave? HistoryOfSave { get; set; }

    /// <summary>Lets go of the rows that have nothing to save, so that they are read anew; what waits to be saved stays.</summary>
    internal void Forget()
    {
        foreach (var entry in ChangeTracker.Entries().Where(entry => entry.State == EntityState.Unchanged).ToArray())
            entry.State = EntityState.Detached;
    }

    private static void ConfigureHistory(ModelBuilder model)
    {
        model.Entity<RecordChangeRow>(change =>
        {
            change.ToTable("record_change").HasKey(row => row.Id);
            change.Ignore(row => row.Key);
            change.Property(row => row.Before).HasColumnType("jsonb");
            change.Property(row => row.After).HasColumnType("jsonb");
            change.HasIndex(row => new { row.RecordKind, row.RecordId, row.Id });
            change.HasIndex(row => row.MadeAt);
            change.HasOne<RecordChangeRow>().WithMany().HasForeignKey(row => row.Reverts).OnDelete(DeleteBehavior.Restrict);
            change.HasOne<DirectoryRevisionRow>().WithMany().HasForeignKey(row => row.Revision).OnDelete(DeleteBehavior.Restrict);
            HasCheck(change, "record_kind", EnumName<RecordKind>.Check("record_kind"));
            HasCheck(change, "origin", EnumName<ChangeOrigin>.Check("origin"));
            HasCheck(change, "something", "before is distinct from after");
            HasCheck(change, "second_person", "approver is null or approver is distinct from editor");
            HasCheck(change, "reason", "reason ~ '[^[:space:]]'");
            HasCheck(change, "source_url", "source_url ~ '^https?://[^[:space:]]+$'");
        });

        model.Entity<ImportedRecordRow>(record =>
        {
            record.ToTable("imported_record").HasKey(row => new { row.Kind, row.Id });
            record.Property(row => row.Content).HasColumnType("jsonb");
            HasCheck(record, "kind", EnumName<RecordKind>.Check("kind"));
        });

        model.Entity<ProposalRow>(proposal =>
        {
            proposal.ToTable("proposal").HasKey(row => row.Id);
            proposal.Ignore(row => row.Key);
            proposal.Property(row => row.Before).HasColumnType("jsonb");
            proposal.Property(row => row.After).HasColumnType("jsonb");
            proposal.Property(row => row.RowVersion).IsRowVersion();
            proposal.HasIndex(row => new { row.RecordKind, row.RecordId, row.State });
            proposal.HasIndex(row => row.MadeAt).HasFilter("state = 'open'").HasDatabaseName("ix_proposal_open");
            proposal.HasOne<RecordChangeRow>().WithMany().HasForeignKey(row => row.Reverts).OnDelete(DeleteBehavior.Restrict);
            HasCheck(proposal, "record_kind", EnumName<RecordKind>.Check("record_kind"));
            HasCheck(proposal, "state", EnumName<ProposalState>.Check("state"));
            HasCheck(proposal, "something", "before is distinct from after");
            HasCheck(proposal, "decision", "(state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null)");
            HasCheck(proposal, "second_person", "state <> 'accepted' or decided_by <> editor");
            HasCheck(proposal, "reason", "reason ~ '[^[:space:]]'");
            HasCheck(proposal, "source_url", "source_url ~ '^https?://[^[:space:]]+$'");
        });
    }

    private static void ConfigureHistoryEnums(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<RecordKind>().HaveConversion<EnumName<RecordKind>>();
        conventions.Properties<ChangeOrigin>().HaveConversion<EnumName<ChangeOrigin>>();
        conventions.Properties<ProposalState>().HaveConversion<EnumName<ProposalState>>();
    }
}
