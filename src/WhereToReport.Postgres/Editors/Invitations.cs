using Microsoft.EntityFrameworkCore;

namespace WhereToReport.Postgres.Editors;

/// <summary>Issues one-time links, finds what a link stands for, and lets each be used once.</summary>
public sealed class Invitations(EditorsContext editors, TimeProvider time)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(72);

    // Any fixed number: it makes the accounts that arrive at the same moment wait for each other.
    private const long FirstAccountLock = 0x6465736B;

    /// <summary>Invites a person to an account; earlier open links to the same address stop working.</summary>
    /// <returns>The token of the link, or null where the address has an account already.</returns>
    public async Task<string?> Invite(string name, string email, EditorRole role, Guid? invitedBy = null, CancellationToken cancel = default)
    {
        var normalized = Normalize(email);
        if (await editors.Users.AnyAsync(editor => editor.NormalizedEmail == normalized, cancel))
            return null;
        return await Issue(name.Trim(), email.Trim(), role, editorId: null, invitedBy, cancel);
    }

    /// <summary>
    /// Gives somebody who lost every way to sign in a link to set up new ones. The open sessions end now; what the person
    /// signed in with before stops working when the link is used.
    /// </summary>
    public async Task<string> Reset(Editor editor, Guid? invitedBy = null, CancellationToken cancel = default)
    {
        await editors.Sessions.Where(session => session.EditorId == editor.Id).ExecuteDeleteAsync(cancel);
        return await Issue(editor.Name, editor.Email!, editor.Role, editor.Id, invitedBy, cancel);
    }

    /// <summary>The open invitation behind a token; null where it never was, is used, or is too old.</summary>
    public Task<Invitation?> Find(string token, CancellationToken cancel = default)
    {
        var hash = Secret.Hash(token);
        return Open().AsNoTracking().SingleOrDefaultAsync(invitation => invitation.TokenHash == hash, cancel);
    }

    /// <summary>All links that still work, the newest first.</summary>
    public Task<List<Invitation>> AllOpen(CancellationToken cancel = default) =>
        Open().AsNoTracking().OrderByDescending(invitation => invitation.MadeAt).ToListAsync(cancel);

    /// <summary>Ends an open link. False where there is none: it was used meanwhile, or is too old.</summary>
    public async Task<bool> Withdraw(Guid id, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        return await Open().Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(one => one.ExpiresAt, now), cancel) == 1;
    }

    /// <summary>
    /// Uses an invitation up, inside the transaction that makes the account: of several that try at the same moment, one succeeds.
    /// </summary>
    public async Task<bool> Use(Invitation invitation, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        return await Open().Where(row => row.Id == invitation.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.UsedAt, now), cancel) == 1;
    }

    /// <summary>The role of a new account, inside the transaction that makes it: whoever comes first becomes admin.</summary>
    public async Task<EditorRole> RoleFor(Invitation invitation, CancellationToken cancel = default)
    {
        await editors.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({FirstAccountLock})", cancel);
        return await editors.Users.AnyAsync(cancel) ? invitation.Role : EditorRole.Admin;
    }

    /// <summary>An e-mail address as Identity compares it.</summary>
    internal static string Normalize(string email) => email.Trim().Normalize().ToUpperInvariant();

    private async Task<string> Issue(string name, string email, EditorRole role, Guid? editorId, Guid? invitedBy, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var token = Secret.New();
        var normalized = Normalize(email);
        await using var transaction = await editors.Database.BeginTransactionAsync(cancel);
        await Open().Where(invitation => invitation.Email.ToUpper() == normalized)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.ExpiresAt, now), cancel);
        editors.Invitations.Add(new()
        {
            Id = Guid.CreateVersion7(now),
            TokenHash = Secret.Hash(token),
            Name = name,
            Email = email,
            Role = role,
            EditorId = editorId,
            InvitedById = invitedBy,
            AuthenticatorKey = Secret.NewAuthenticatorKey(),
            MadeAt = now,
            ExpiresAt = now + Lifetime,
        });
        await editors.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return token;
    }

    private IQueryable<Invitation> Open()
    {
        var now = time.GetUtcNow();
        return editors.Invitations.Where(invitation => invitation.UsedAt == null && invitation.ExpiresAt > now);
    }
}
