using Microsoft.Extensions.Time.Testing;
using Npgsql;
using WhereToReport.Postgres.Editors;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Editors;

public sealed class InvitationsTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private TestDatabase _database = null!;
    private EditorsContext _editors = null!;

    private Invitations Invitations => new(_editors, _time);

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Filled();
        _editors = _database.OpenEditors();
    }

    public async ValueTask DisposeAsync()
    {
        await _editors.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_link_finds_its_invitation_and_no_other_token_does()
    {
        var token = await Invite("ada@example.org");
        var found = await Invitations.Find(token);
        Assert.Equal(("Ada", "ada@example.org", EditorRole.Approver), (found!.Name, found.Email, found.Role));
        Assert.Null(await Invitations.Find(token[..^1] + (token[^1] == 'A' ? 'B' : 'A')));
        Assert.Null(await Invitations.Find(""));
    }

    [Fact]
    public async Task A_token_has_256_bits_and_is_nowhere_in_the_database()
    {
        var token = await Invite("ada@example.org");
        Assert.Equal(43, token.Length);
        Assert.Equal(0, await _database.Scalar<long>($"select count(*) from desk.invitation where invitation::text like '%{token}%'"));
    }

    [Fact]
    public async Task A_link_works_for_72_hours()
    {
        var token = await Invite("ada@example.org");
        var invitation = (await Invitations.Find(token))!;
        _time.Advance(TimeSpan.FromHours(72) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await Invitations.Find(token));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await Invitations.Find(token));
        Assert.False(await Invitations.Use(invitation));
    }

    [Fact]
    public async Task A_link_works_once()
    {
        var token = await Invite("ada@example.org");
        var invitation = (await Invitations.Find(token))!;
        Assert.True(await Invitations.Use(invitation));
        Assert.False(await Invitations.Use(invitation));
        Assert.Null(await Invitations.Find(token));
    }

    [Fact]
    public async Task Of_twenty_who_use_a_link_at_once_one_succeeds()
    {
        var invitation = (await Invitations.Find(await Invite("ada@example.org")))!;
        var used = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            await using var editors = _database.OpenEditors();
            return await new Invitations(editors, _time).Use(invitation);
        }));
        Assert.Single(used, true);
    }

    [Fact]
    public async Task A_new_link_to_the_same_address_ends_the_old_one()
    {
        var old = await Invite("ada@example.org");
        var other = await Invite("bob@example.org");
        var fresh = await Invite(" ADA@example.org ");
        Assert.Null(await Invitations.Find(old));
        Assert.NotNull(await Invitations.Find(fresh));
        Assert.NotNull(await Invitations.Find(other));
    }

    [Fact]
    public async Task An_address_with_an_account_is_not_invited_again()
    {
        await Add("ada@example.org");
        Assert.Null(await Invitations.Invite("Ada", "Ada@Example.org", EditorRole.Editor));
    }

    [Fact]
    public async Task Whoever_comes_first_is_admin_and_the_next_gets_the_role_of_the_invitation()
    {
        var first = (await Invitations.Find(await Invite("ada@example.org")))!;
        Assert.Equal(EditorRole.Admin, await Invitations.RoleFor(first));
        await Add("somebody@example.org");
        Assert.Equal(EditorRole.Approver, await Invitations.RoleFor(first));
    }

    [Fact]
    public async Task A_reset_ends_the_sessions_and_leads_to_the_same_account()
    {
        var ada = await Add("ada@example.org");
        var session = await new Sessions(_editors, _time).Begin(ada.Id, "passkey", "Firefox on Linux");
        var invitation = await Invitations.Find(await Invitations.Reset(ada));
        Assert.Equal(ada.Id, invitation!.EditorId);
        Assert.Null(await new Sessions(_editors, _time).Find(session));
    }

    [Fact]
    public async Task Two_accounts_with_one_address_are_refused()
    {
        await Add("ada@example.org");
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => Add("ada@example.org"));
        Assert.Equal("ux_editor_email", Assert.IsType<PostgresException>(refused.InnerException).ConstraintName);
    }

    private async Task<string> Invite(string email) =>
        (await Invitations.Invite("Ada", email, EditorRole.Approver))!;

    private async Task<Editor> Add(string email)
    {
        var editor = new Editor { Id = Guid.CreateVersion7(), Name = "Ada", Email = email, NormalizedEmail = email.ToUpperInvariant(), JoinedAt = _time.GetUtcNow() };
        _editors.Users.Add(editor);
        await _editors.SaveChangesAsync();
        return editor;
    }
}
