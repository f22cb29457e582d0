using Microsoft.Extensions.Time.Testing;
using WhereToReport.Postgres.Editors;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Editors;

public sealed class PeopleTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private TestDatabase _database = null!;
    private EditorsContext _editors = null!;
    private Editor _ada = null!;

    private People People => new(_editors, _time);

    private Invitations Invitations => new(_editors, _time);

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Filled();
        _editors = _database.OpenEditors();
        _ada = await Add(Guid.CreateVersion7(), "ada@example.org", EditorRole.Admin);
    }

    public async ValueTask DisposeAsync()
    {
        await _editors.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_link_that_was_withdrawn_does_not_work_and_can_be_withdrawn_once()
    {
        var token = (await Invitations.Invite("Bob", "bob@example.org", EditorRole.Editor, _ada.Id))!;
        var invitation = (await Invitations.Find(token))!;
        Assert.True(await Invitations.Withdraw(invitation.Id));
        Assert.Null(await Invitations.Find(token));
        Assert.False(await Invitations.Use(invitation));
        Assert.False(await Invitations.Withdraw(invitation.Id));
    }

    [Fact]
    public async Task Locking_an_account_ends_the_links_to_it_and_those_that_it_made()
    {
        var made = (await Invitations.Invite("Bob", "bob@example.org", EditorRole.Admin, _ada.Id))!;
        var others = (await Invitations.Invite("Cay", "cay@example.org", EditorRole.Editor))!;
        var reset = await Invitations.Reset(_ada);
        await People.Lock(_ada);
        Assert.Null(await Invitations.Find(made));
        Assert.Null(await Invitations.Find(reset));
        Assert.NotNull(await Invitations.Find(others));
    }

    [Fact]
    public async Task A_new_role_counts_at_once_and_ends_the_links_that_the_old_one_made()
    {
        var session = await new Sessions(_editors, _time).Begin(_ada.Id, "passkey", "Firefox on Linux");
        var made = (await Invitations.Invite("Bob", "bob@example.org", EditorRole.Admin, _ada.Id))!;
        await People.SetRole(_ada, EditorRole.Editor);
        Assert.Equal(EditorRole.Editor, (await new Sessions(_editors, _time).Find(session))!.Editor!.Role);
        Assert.Null(await Invitations.Find(made));
    }

    [Fact]
    public async Task The_list_says_who_invited_whom()
    {
        var invitation = (await Invitations.Find((await Invitations.Invite("Bob", "bob@example.org", EditorRole.Editor, _ada.Id))!))!;
        await Add(invitation.Id, "bob@example.org", EditorRole.Editor);
        Assert.Equal([("ada@example.org", null), ("bob@example.org", "Ada")], (await People.All()).Select(person => (person.Editor.Email!, person.InvitedBy)));
    }

    private async Task<Editor> Add(Guid id, string email, EditorRole role)
    {
        var editor = new Editor { Id = id, Name = "Ada", Email = email, NormalizedEmail = email.ToUpperInvariant(), Role = role, JoinedAt = _time.GetUtcNow() };
        _editors.Users.Add(editor);
        await _editors.SaveChangesAsync();
        return editor;
    }
}
