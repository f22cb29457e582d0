using Microsoft.Extensions.Time.Testing;
using Npgsql;
using WhereToReport.Domain;
using WhereToReport.Domain.Corrections;
using WhereToReport.Postgres.Corrections;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Corrections;

public sealed class CorrectionBoxTests : IAsyncLifetime
{
    private static readonly NewCorrection s_number = new(
        Guid.Parse("0b1f1c52-7d1c-4a4f-8f0e-5f2f6d3f9a01"), "ca-silicon-valley", CorrectionKind.NumberDoesNotWork,
        "It rings and rings.\n“Nobody” answers: '; drop table correction; --", "https://example.org/contact", "someone@example.org", Language.Spanish);

    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;
    private NpgsqlDataSource _source = null!;

    private CorrectionBox Box => new(_source, _time);

    private CorrectionDesk Desk => new(_source, _time);

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Empty();
        _source = NpgsqlDataSource.Create(_database.AsSite);
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task What_was_received_is_read_back_by_its_receipt()
    {
        var receipt = await Box.Receive(s_number);
        Assert.Equal(
            new SentCorrection(receipt, _time.GetUtcNow(), s_number.ChannelId, s_number.Kind, s_number.Text, s_number.SourceUrl, Language.Spanish, CorrectionState.Open, null, null),
            await Box.Read(receipt));
        Assert.Null(await Box.Read(ReceiptCode.New()));
    }

    [Fact]
    public async Task What_may_be_left_out_stays_out()
    {
        var receipt = await Box.Receive(new(Guid.NewGuid(), null, CorrectionKind.MissingChannel, "x", null, null, Language.English));
        Assert.Equal((null, null), ((await Box.Read(receipt))!.ChannelId, (await Box.Read(receipt))!.SourceUrl));
    }

    [Fact]
    public async Task The_same_form_sent_many_times_at_once_is_stored_once()
    {
        var receipts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Box.Receive(s_number)));
        Assert.Single(receipts.Distinct());
        Assert.Equal(1L, await _database.Scalar<long>("select count(*) from correction"));
    }

    [Fact]
    public async Task A_form_that_was_changed_before_it_was_sent_again_loses_no_words()
    {
        var first = await Box.Receive(s_number);
        var second = await Box.Receive(s_number with { Text = "It reaches a bakery." });
        Assert.NotEqual(first, second);
        Assert.Equal("It reaches a bakery.", (await Box.Read(second))!.Text);
    }

    [Fact]
    public async Task The_desk_has_the_oldest_first_and_what_looks_like_spam_last()
    {
        await Receive("spam", spam: true);
        await Receive("first");
        await Receive("second");
        Assert.Equal(["first", "second", "spam"], (await Desk.Open(default)).Select(row => row.Text));
    }

    [Fact]
    public async Task A_decision_is_shown_to_the_sender_and_made_only_once()
    {
        var receipt = await Receive("wrong");
        var id = (await Desk.Open(default)).Single().Id;
        var editor = Guid.NewGuid();
        _time.Advance(TimeSpan.FromHours(1));
        Assert.True(await Desk.Decide(id, new(CorrectionState.Accepted, "Thank you!", editor), default));
        Assert.False(await Desk.Decide(id, new(CorrectionState.Declined, "No.", Guid.NewGuid()), default));

        var seen = await Box.Read(receipt);
        Assert.Equal((CorrectionState.Accepted, "Thank you!", _time.GetUtcNow()), (seen!.State, seen.Answer, seen.DecidedAt!.Value));
        Assert.Equal(editor, (await Desk.Find(id, default))!.DecidedBy);
        Assert.Empty(await Desk.Open(default));
        await Assert.ThrowsAsync<ArgumentException>(() => Desk.Decide(id, new(CorrectionState.Open, null, null), default));
    }

    [Fact]
    public async Task An_address_outlives_the_decision_by_thirty_days()
    {
        await Receive("decided");
        await Desk.Decide((await Desk.Open(default)).Single().Id, new(CorrectionState.Declined, null, null), default);
        await Receive("open");

        _time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        Assert.Equal(0, await Desk.ForgetAddresses(default));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await Desk.ForgetAddresses(default));
        Assert.Equal("open", await _database.Scalar<string>("select string_agg(text, ',') from correction where email is not null"));
    }

    [Theory]
    [InlineData("update correction set receipt = 'IIIIIIIIII'", "ck_correction_receipt")]
    [InlineData("update correction set kind = 'nonsense'", "ck_correction_kind")]
    [InlineData("update correction set state = 'lost', decided_at = now()", "ck_correction_state")]
    [InlineData("update correction set text = ''", "ck_correction_text")]
    [InlineData("update correction set text = repeat('x', 2001)", "ck_correction_text")]
    [InlineData("update correction set source_url = 'javascript:alert(1)'", "ck_correction_source_url")]
    [InlineData("update correction set email = 'nobody'", "ck_correction_email")]
    [InlineData("update correction set language = 'fr'", "ck_correction_language")]
    [InlineData("update correction set channel_id = 'No Spaces'", "ck_correction_channel_id")]
    [InlineData("update correction set state = 'accepted'", "ck_correction_decision")]
    [InlineData("update correction set answer = 'x'", "ck_correction_decision")]
    public async Task The_database_refuses_nonsense(string sql, string constraint)
    {
        await Box.Receive(s_number);
        Assert.Equal(constraint, (await Assert.ThrowsAsync<PostgresException>(() => _database.Execute(sql))).ConstraintName);
    }

    private async Task<ReceiptCode> Receive(string text, bool spam = false)
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        return await Box.Receive(s_number with { FormKey = Guid.NewGuid(), Text = text, LooksLikeSpam = spam });
    }
}
