using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace WhereToReport.Postgres.Editors;

/// <summary>An account as the list of people shows it.</summary>
/// <param name="Editor">The account.</param>
/// <param name="Sessions">How many browsers are signed in.</param>
/// <param name="SeenAt">When the person was last at the desk in a session that is still open.</param>
/// <param name="InvitedBy">Who invited the person; null for the command line.</param>
public sealed record Person(Editor Editor, int Sessions, DateTimeOffset? SeenAt, string? InvitedBy);

/// <summary>The people of the desk, as an admin sees them.</summary>
public sealed class People(EditorsContext editors, TimeProvider time)
{
    /// <summary>All accounts, by name.</summary>
    public async Task<IReadOnlyList<Person>> All(CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        var sessions = await editors.Sessions.Where(session => session.ExpiresAt > now).GroupBy(session => session.EditorId)
            .Select(group => new { Id = group.Key, Count = group.Count(), SeenAt = group.Max(session => session.SeenAt) })
            .ToDictionaryAsync(group => group.Id, cancel);
        var accounts = await editors.Users.AsNoTracking().OrderBy(editor => editor.Name).ThenBy(editor => editor.Email).ToListAsync(cancel);
        // An account has the id of the invitation that made it.
        var hosts = await editors.Invitations.Join(editors.Users, invitation => invitation.InvitedById, host => (Guid?)host.Id, (invitation, host) => new { invitation.Id, host.Name })
            .ToDictionaryAsync(invitation => invitation.Id, invitation => invitation.Name, cancel);
        return [.. accounts.Select(editor => new Person(
            editor, sessions.GetValueOrDefault(editor.Id)?.Count ?? 0, sessions.GetValueOrDefault(editor.Id)?.SeenAt, hosts.GetValueOrDefault(editor.Id)))];
    }

    /// <summary>The account of an e-mail address; null where there is none.</summary>
    public Task<Editor?> ByEmail(string email, CancellationToken cancel = default)
    {
        var normalized = Invitations.Normalize(email);
        return editors.Users.AsNoTracking().SingleOrDefaultAsync(editor => editor.NormalizedEmail == normalized, cancel);
    }

    /// <summary>The account with an id; null where there is none.</summary>
    public Task<Editor?> ById(Guid id, CancellationToken cancel = default) =>
        editors.Users.AsNoTracking().SingleOrDefaultAsync(editor => editor.Id == id, cancel);

    /// <summary>Closes an account: its sessions end, no way of signing in works, and neither do open links to it or from it.</summary>
    public async Task Lock(Editor editor, CancellationToken cancel = default)
    {
        await SetLocked(editor, time.GetUtcNow(), cancel);
        await editors.Sessions.Where(session => session.EditorId == editor.Id).ExecuteDeleteAsync(cancel);
        await EndLinks(invitation => invitation.EditorId == editor.Id || invitation.InvitedById == editor.Id, cancel);
    }

    /// <summary>Opens a closed account again, and ends the rest after wrong tries.</summary>
    public Task Unlock(Editor editor, CancellationToken cancel = default) => SetLocked(editor, null, cancel);

    /// <summary>Gives an account another role, from the next request on. Open links that it made stop working: they may give a role that it has no more.</summary>
    public async Task SetRole(Editor editor, EditorRole role, CancellationToken cancel = default)
    {
        var stamp = Guid.NewGuid().ToString();
        await editors.Users.Where(row => row.Id == editor.Id).ExecuteUpdateAsync(row => row
            .SetProperty(one => one.Role, role)
            .SetProperty(one => one.ConcurrencyStamp, stamp), cancel);
        await EndLinks(invitation => invitation.InvitedById == editor.Id, cancel);
    }

    private Task EndLinks(Expression<Func<Invitation, bool>> which, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return editors.Invitations.Where(invitation => invitation.UsedAt == null && invitation.ExpiresAt > now).Where(which)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.ExpiresAt, now), cancel);
    }

    // The new stamp makes whatever else is just being saved of this account fail instead of undoing the lock.
    private Task SetLocked(Editor editor, DateTimeOffset? at, CancellationToken cancel)
    {
        var stamp = Guid.NewGuid().ToString();
        return editors.Users.Where(row => row.Id == editor.Id).ExecuteUpdateAsync(row => row
            .SetProperty(one => one.LockedAt, at)
            .SetProperty(one => one.LockoutEnd, (DateTimeOffset?)null)
            .SetProperty(one => one.AccessFailedCount, 0)
            .SetProperty(one => one.ConcurrencyStamp, stamp), cancel);
    }
}
