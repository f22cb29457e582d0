using Microsoft.EntityFrameworkCore;

namespace WhereToReport.Postgres.Editors;

/// <summary>
/// The signed-in browsers. Each request at the desk looks its session up, so ending one counts from the next request on,
/// on every node; a locked account has no session that counts.
/// </summary>
public sealed class Sessions(EditorsContext editors, TimeProvider time)
{
    /// <summary>A session ends when it was not used for this long.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>A session ends this long after signing in, however much it is used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    // Writing the time at every request would only wear the table out.
    private static readonly TimeSpan s_noteEvery = TimeSpan.FromMinutes(1);

    /// <summary>Begins a session.</summary>
    /// <returns>The key that the browser keeps.</returns>
    public async Task<string> Begin(Guid editorId, string method, string browser, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        var key = Secret.New();
        await editors.Sessions.Where(session => session.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
        editors.Sessions.Add(new()
        {
            Id = Guid.CreateVersion7(now),
            KeyHash = Secret.Hash(key),
            EditorId = editorId,
            Method = method,
            Browser = browser,
            StartedAt = now,
            SeenAt = now,
            ExpiresAt = now + Idle,
        });
        await editors.SaveChangesAsync(cancel);
        return key;
    }

    /// <summary>The session behind a key, with its person; null where it ended or the account is locked.</summary>
    public async Task<EditorSession?> Find(string key, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        var hash = Secret.Hash(key);
        var found = await editors.Sessions.AsNoTracking().Include(session => session.Editor)
            .SingleOrDefaultAsync(session => session.KeyHash == hash && session.ExpiresAt > now && session.Editor!.LockedAt == null, cancel);
        if (found is not null && now - found.SeenAt > s_noteEvery)
            await Note(found, now, cancel);
        return found;
    }

    /// <summary>The open sessions of a person, the last used first.</summary>
    public Task<List<EditorSession>> Of(Guid editorId, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        return editors.Sessions.AsNoTracking().Where(session => session.EditorId == editorId && session.ExpiresAt > now)
            .OrderByDescending(session => session.SeenAt).ToListAsync(cancel);
    }

    /// <summary>Ends the session behind a key.</summary>
    public Task End(string key, CancellationToken cancel = default)
    {
        var hash = Secret.Hash(key);
        return editors.Sessions.Where(session => session.KeyHash == hash).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Ends one session of a person; false where the person has no such session.</summary>
    public async Task<bool> End(Guid editorId, Guid session, CancellationToken cancel = default) =>
        await editors.Sessions.Where(row => row.EditorId == editorId && row.Id == session).ExecuteDeleteAsync(cancel) == 1;

    /// <summary>Ends all sessions of a person, but the one to keep.</summary>
    /// <returns>How many ended.</returns>
    public Task<int> EndAll(Guid editorId, Guid? keep = null, CancellationToken cancel = default) =>
        editors.Sessions.Where(row => row.EditorId == editorId && row.Id != keep).ExecuteDeleteAsync(cancel);

    private async Task Note(EditorSession session, DateTimeOffset now, CancellationToken cancel)
    {
        var idle = now + Idle;
        var latest = session.StartedAt + Longest;
        session.SeenAt = now;
        session.ExpiresAt = idle < latest ? idle : latest;
        await editors.Sessions.Where(row => row.Id == session.Id).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.SeenAt, session.SeenAt).SetProperty(one => one.ExpiresAt, session.ExpiresAt), cancel);
    }
}
