using Microsoft.Extensions.Time.Testing;
using WhereToReport.Postgres.Editors;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Editors;

public sealed class SessionsTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private TestDatabase _database = null!;
    private EditorsContext _editors = null!;
    private Editor _ada = null!;

    private Sessions Sessions => new(_editors, _time);

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Filled();
        _editors = _database.OpenEditors();
        _ada = new() { Id = Guid.CreateVersion7(), Name = "Ada", Email = "ada@example.org", NormalizedEmail = "ADA@EXAMPLE.ORG", JoinedAt = _time.GetUtcNow() };
        _editors.Users.Add(_ada);
        await _editors.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _editors.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_session_leads_to_its_person_and_its_key_is_nowhere_in_the_database()
    {
        var key = await Begin();
        Assert.Equal(_ada.Id, (await Sessions.Find(key))!.Editor!.Id);
        Assert.Null(await Sessions.Find(key + "x"));
        Assert.Equal(0, await _database.Scalar<long>($"select count(*) from desk.session where session::text like '%{key}%'"));
    }

    [Fact]
    public async Task A_session_ends_after_12_hours_without_use()
    {
        var key = await Begin();
        _time.Advance(TimeSpan.FromHours(12));
        Assert.Null(await Sessions.Find(key));
    }

    [Fact]
    public async Task Use_keeps_a_session_open_but_not_beyond_7_days()
    {
        var key = await Begin();
        for (var hours = 8; hours < 7 * 24; hours += 8)
        {
            _time.Advance(TimeSpan.FromHours(8));
            Assert.NotNull(await Sessions.Find(key));
        }
        _time.Advance(TimeSpan.FromHours(8));
        Assert.Null(await Sessions.Find(key));
    }

    [Fact]
    public async Task An_ended_session_is_gone_and_the_others_stay()
    {
        var (here, there) = (await Begin(), await Begin());
        var session = (await Sessions.Find(there))!;
        Assert.False(await Sessions.End(Guid.CreateVersion7(), session.Id));
        Assert.True(await Sessions.End(_ada.Id, session.Id));
        Assert.Null(await Sessions.Find(there));
        Assert.NotNull(await Sessions.Find(here));
    }

    [Fact]
    public async Task All_others_end_and_this_one_stays()
    {
        var (here, there) = (await Begin(), await Begin());
        Assert.Equal(1, await Sessions.EndAll(_ada.Id, keep: (await Sessions.Find(here))!.Id));
        Assert.NotNull(await Sessions.Find(here));
        Assert.Null(await Sessions.Find(there));
    }

    [Fact]
    public async Task A_locked_account_has_no_session_and_unlocking_does_not_bring_the_old_ones_back()
    {
        var people = new People(_editors, _time);
        var key = await Begin();
        await people.Lock(_ada);
        Assert.Null(await Sessions.Find(key));
        Assert.NotNull((await people.ByEmail("ADA@example.org"))!.LockedAt);
        await people.Unlock(_ada);
        Assert.Null((await people.ByEmail("ada@example.org"))!.LockedAt);
        Assert.Null(await Sessions.Find(key));
    }

    private Task<string> Begin() => Sessions.Begin(_ada.Id, "passkey", "Firefox on Linux");
}
