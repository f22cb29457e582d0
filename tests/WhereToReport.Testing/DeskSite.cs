using WhereToReport.Postgres.Editors;

namespace WhereToReport.Testing;

/// <summary>One running site whose desk has an admin, shared by the tests of the desk; each test invites people of its own.</summary>
public sealed class DeskSite : IAsyncDisposable
{
    private readonly Lazy<Task<(TestDatabase Database, SiteProcess Site)>> _running = new(async () =>
    {
        var database = await TestDatabase.Filled();
        await using (var editors = database.OpenEditors())
        {
            editors.Users.Add(new() { Id = Guid.CreateVersion7(), Name = "Grace", UserName = "first@example.org", Email = "first@example.org", NormalizedEmail = "FIRST@EXAMPLE.ORG", Role = EditorRole.Admin });
            await editors.SaveChangesAsync();
        }
        var site = await SiteProcess.Start(database.AsSite, settings: new Dictionary<string, string> { ["Desk__SignInPostsPerMinute"] = "100000" });
        await site.UntilItServesTheDatabase();
        return (database, site);
    });

    public async Task<SiteProcess> Site() => (await _running.Value).Site;

    public async Task<TestDatabase> Database() => (await _running.Value).Database;

    /// <summary>Invites somebody new.</summary>
    public async Task<(string Email, string Path)> Invite(EditorRole role = EditorRole.Editor)
    {
        await using var editors = (await Database()).OpenEditors();
        var email = $"p{Guid.NewGuid():n}@example.org";
        var token = await new Invitations(editors, TimeProvider.System).Invite("Ada Lovelace", email, role);
        return (email, "/editors/invite/" + token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_running.IsValueCreated)
            return;
        var (database, site) = await _running.Value;
        await site.DisposeAsync();
        await database.DisposeAsync();
    }
}
