namespace WhereToReport.Postgres.Editors;

/// <summary>A signed-in browser. The row is the session: once it is gone, so is the session. Only the hash of its key is kept.</summary>
public sealed class EditorSession
{
    public Guid Id { get; set; }
    public required byte[] KeyHash { get; set; }
    public Guid EditorId { get; set; }
    public Editor? Editor { get; set; }

    /// <summary>How the person signed in: <c>passkey</c> or <c>password</c>.</summary>
    public required string Method { get; set; }

    /// <summary>Browser and system in a few words, so that the person knows it again.</summary>
    public required string Browser { get; set; }

    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset SeenAt { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
}
