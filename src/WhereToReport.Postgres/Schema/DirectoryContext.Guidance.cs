using Microsoft.EntityFrameworkCore;

namespace WhereToReport.Postgres.Schema;

public sealed partial class DirectoryContext
{
    private static void ConfigureGuidance(ModelBuilder model)
    {
        model.Entity<SituationRow>(situation =>
        {
            situation.ToTable("situation").HasKey(row => row.Id);
            situation.HasMany(row => row.Contacts).WithOne().HasForeignKey(row => row.SituationId).OnDelete(DeleteBehavior.Cascade);
            situation.HasMany(row => row.AlsoIf).WithOne().HasForeignKey(row => row.SituationId).OnDelete(DeleteBehavior.Cascade);
            situation.HasMany(row => row.Advice).WithOne().HasForeignKey(row => row.SituationId).OnDelete(DeleteBehavior.Cascade);
            HasCheck(situation, "id", IdShape);
        });

        model.Entity<PlannedContactRow>(contact =>
        {
            contact.ToTable("planned_contact").HasKey(row => row.Id);
            contact.HasOne<ChannelRow>().WithMany().HasForeignKey(row => row.ChannelId).OnDelete(DeleteBehavior.Restrict);
            contact.HasOne<RoleRow>().WithMany().HasForeignKey(row => row.RoleId).OnDelete(DeleteBehavior.Restrict);
            contact.HasIndex(row => new { row.SituationId, row.AlsoIfId, row.Position }).IsUnique().AreNullsDistinct(false);
            HasCheck(contact, "one_target", "num_nonnulls(channel_id, role_id) = 1");
            HasCheck(contact, "one_plan", "num_nonnulls(situation_id, also_if_id) <= 1");
        });

        model.Entity<AlsoIfRow>(also =>
        {
            also.ToTable("also_if").HasKey(row => row.Id);
            also.HasMany(row => row.Contacts).WithOne().HasForeignKey(row => row.AlsoIfId).OnDelete(DeleteBehavior.Cascade);
            also.HasIndex(row => new { row.SituationId, row.Position }).IsUnique();
        });

        model.Entity<AdviceRow>(advice =>
        {
            advice.ToTable("advice").HasKey(row => row.Id);
            advice.HasIndex(row => new { row.SituationId, row.Dont, row.Position }).IsUnique();
            HasCheck(advice, "country", "country_code ~ '^[A-Z]{2}$'");
        });

        model.Entity<LearnPageRow>(page =>
        {
            page.ToTable("learn_page").HasKey(row => new { row.Slug, row.Language });
            page.HasMany(row => row.Sources).WithOne().HasForeignKey(row => new { row.Slug, row.Language }).OnDelete(DeleteBehavior.Cascade);
            HasCheck(page, "slug", "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'");
            HasCheck(page, "language", "language in ('en', 'es')");
        });

        model.Entity<LearnSourceRow>(source =>
        {
            source.ToTable("learn_source").HasKey(row => new { row.Slug, row.Language, row.Position });
            HasCheck(source, "url", "url ~ '^https?://[^[:space:]]+$'");
        });

        model.Entity<SynonymRow>(synonym =>
        {
            synonym.ToTable("synonym").HasKey(row => new { row.SituationId, row.Language, row.Position });
            synonym.HasOne<SituationRow>().WithMany().HasForeignKey(row => row.SituationId).OnDelete(DeleteBehavior.Restrict);
            HasCheck(synonym, "language", "language in ('en', 'es')");
        });

        model.Entity<DutyRow>(duty =>
        {
            duty.ToTable("duty").HasKey(row => row.StateCode);
            duty.HasOne<StateRow>().WithOne().HasForeignKey<DutyRow>(row => row.StateCode).OnDelete(DeleteBehavior.Restrict);
            HasCheck(duty, "statute_url", "statute_url ~ '^https?://[^[:space:]]+$'");
        });

        model.Entity<AwarenessFactRow>(fact =>
        {
            fact.ToTable("awareness_fact").HasKey(row => row.Id);
            HasCheck(fact, "id", IdShape);
            HasCheck(fact, "year", "year between 1900 and 2200");
        });
    }
}
