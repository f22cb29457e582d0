using Microsoft.EntityFrameworkCore;
using Npgsql;
using WhereToReport.Postgres.History;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.History;

public sealed class HistoryTests : IAsyncLifetime
{
    private static readonly ChangeNote s_note = new() { Origin = ChangeOrigin.Edit, At = new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero), Reason = "Read on the agency's page" };

    private TestDatabase _database = null!;
    private DirectoryContext _context = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Filled();
        _context = _database.Open();
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task The_first_import_is_history_too()
    {
        var facts = RealDirectory.Facts;
        var records = facts.Organizations.Count + facts.Channels.Count + facts.Roles.Count + facts.Situations.Count + facts.Synonyms.Count
            + facts.Duties.Count + facts.AwarenessFacts.Count + facts.LearnPages.Count + 1;
        var changes = await _context.RecordChanges.AsNoTracking().ToListAsync();
        Assert.Equal(records, changes.Count);
        Assert.All(changes, change => Assert.Equal((ChangeOrigin.Import, null, 1L, null), (change.Origin, change.Before, change.Revision, change.Editor)));
        var tips = changes.Single(change => change.Key == RecordKey.Channel("fbi-tips"));
        Assert.Equal(RecordContent.Of(facts.Channels.Single(channel => channel.Id == "fbi-tips")), RecordContent.Parse(RecordKind.Channel, tips.After!));
    }

    [Theory]
    [InlineData("update record_change set reason = 'another'")]
    [InlineData("update record_change set reason = 'another' where false")]
    [InlineData("delete from record_change")]
    [InlineData("truncate record_change cascade")]
    public async Task The_database_refuses_to_change_the_history(string sql)
    {
        var before = await _database.Scalar<long>("select count(*) from record_change");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => _database.Execute(sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        Assert.Equal(before, await _database.Scalar<long>("select count(*) from record_change"));
    }

    [Fact]
    public async Task The_public_has_no_right_on_the_history() =>
        Assert.Equal(0L, await _database.Scalar<long>(
            "select count(*) from information_schema.role_table_grants where table_name = 'record_change' and grantee = 'PUBLIC'"));

    [Fact]
    public async Task A_save_of_records_without_a_note_is_refused()
    {
        (await _context.Channels.SingleAsync(channel => channel.Id == "fbi-tips")).Notes = "No word on why";
        await Assert.ThrowsAsync<ChangeWithoutNoteException>(() => _context.SaveChangesAsync());
        Assert.Equal(0L, await _database.Scalar<long>("select count(*) from channel where notes = 'No word on why'"));
    }

    [Fact]
    public async Task A_save_that_would_pass_the_history_by_is_refused()
    {
        _context.Note = s_note;
        (await _context.Channels.SingleAsync(channel => channel.Id == "fbi-tips")).Notes = "Not async";
        Assert.Throws<NotSupportedException>(() => _context.SaveChanges());
    }

    [Fact]
    public async Task Whoever_saves_a_record_leaves_a_change_and_a_revision_in_the_same_transaction()
    {
        _context.Note = s_note;
        var contact = await _context.Set<ContactRow>().SingleAsync(contact => contact.ChannelId == "fbi-tips" && contact.Kind == ContactKind.Website);
        contact.Value = "https://example.org/";

        await _context.SaveChangesAsync();

        var change = await _context.RecordChanges.AsNoTracking().OrderBy(change => change.Id).LastAsync();
        Assert.Equal((RecordKey.Channel("fbi-tips"), ChangeOrigin.Edit, 2L, s_note.At, s_note.Reason), (change.Key, change.Origin, change.Revision, change.MadeAt, change.Reason));
        var (before, after) = (RecordContent.Parse(RecordKind.Channel, change.Before!), RecordContent.Parse(RecordKind.Channel, change.After!));
        Assert.Equal(["website"], RecordContent.FieldsThatDiffer(before, after));
        Assert.Equal(2L, await _database.Scalar<long>("select max(number) from directory_revision"));
        Assert.Null(_context.Database.CurrentTransaction);
    }

    [Fact]
    public async Task A_contact_of_a_special_case_belongs_to_its_situation_and_one_without_a_plan_to_the_general_one()
    {
        _context.Note = s_note;
        var special = await _context.PlannedContacts.FirstAsync(contact => contact.AlsoIfId != null);
        var situation = await _context.Set<AlsoIfRow>().Where(also => also.Id == special.AlsoIfId).Select(also => also.SituationId).SingleAsync();
        special.Why = new("For another reason");
        (await _context.PlannedContacts.FirstAsync(contact => contact.SituationId == null && contact.AlsoIfId == null)).Why = new("For this reason");

        await _context.SaveChangesAsync();

        var keys = await _context.RecordChanges.AsNoTracking().Where(change => change.Revision == 2).ToListAsync();
        Assert.Equal([new(RecordKind.Situation, situation), RecordKey.GeneralPlan], keys.Select(change => change.Key));
    }

    [Fact]
    public async Task A_save_that_changes_nothing_makes_no_history()
    {
        _context.Note = s_note;
        var tips = await _context.Channels.SingleAsync(channel => channel.Id == "fbi-tips");
        _context.Entry(tips).State = EntityState.Modified;
        await _context.SaveChangesAsync();
        Assert.Equal(1L, await _database.Scalar<long>("select max(number) from directory_revision"));
    }

    [Fact]
    public async Task What_the_database_refuses_leaves_neither_record_nor_history()
    {
        _context.Note = s_note;
        (await _context.Channels.SingleAsync(channel => channel.Id == "fbi-tips")).Notes = "Half of it";
        _context.Organizations.Add(new() { Id = "No Spaces", Name = new("x") });
        await Assert.ThrowsAsync<DbUpdateException>(() => _context.SaveChangesAsync());

        Assert.Null(_context.Database.CurrentTransaction);
        Assert.Equal(0L, await _database.Scalar<long>("select count(*) from channel where notes = 'Half of it'"));
        Assert.Equal(1L, await _database.Scalar<long>("select max(revision) from record_change"));
    }

    [Fact]
    public async Task An_edit_that_is_killed_half_way_leaves_the_old_state_and_no_history()
    {
        _context.Note = s_note;
        await using (await _context.Database.BeginTransactionAsync())
        {
            (await _context.Channels.SingleAsync(channel => channel.Id == "fbi-tips")).Notes = "Half of it";
            await _context.SaveChangesAsync();
            var server = await _context.Database.SqlQuery<int>($"select pg_backend_pid() as \"Value\"").SingleAsync();
            await _database.Execute($"select pg_terminate_backend({server})");
            await Assert.ThrowsAnyAsync<Exception>(() => _context.Database.CommitTransactionAsync());
        }
        Assert.Equal(0L, await _database.Scalar<long>("select count(*) from channel where notes = 'Half of it'"));
        Assert.Equal(1L, await _database.Scalar<long>("select max(revision) from record_change"));
    }

    [Fact]
    public async Task Removing_a_situation_never_changes_other_records_behind_their_back()
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => _database.Execute("delete from situation where id = (select situation_id from synonym limit 1)"));
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, refused.SqlState);
    }

    [Fact]
    public void Every_table_that_belongs_to_a_record_is_known_to_the_history()
    {
        var parts = _context.Model.GetEntityTypes()
            .Where(type => type.GetForeignKeys().Any(key => key.PrincipalToDependent is not null && ChangedRecords.BelongsToRecord(key.PrincipalEntityType.ClrType)))
            .ToArray();
        Assert.NotEmpty(parts);
        Assert.All(parts, type => Assert.True(ChangedRecords.BelongsToRecord(type.ClrType), type.Name));
    }
}
