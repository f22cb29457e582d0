using Microsoft.AspNetCore.Identity;

namespace WhereToReport.Postgres.Editors;

/// <summary>A person with an account at the editors' desk. The e-mail address is the name to sign in with.</summary>
public sealed class Editor : IdentityUser<Guid>
{
    /// <summary>What the person is called at the desk and in the history.</summary>
    public required string Name { get; set; }

    public EditorRole Role { get; set; }

    /// <summary>When the first invitation was accepted.</summary>
    public DateTimeOffset JoinedAt { get; set; }

    /// <summary>When an admin closed the account; null while it is open. Five wrong tries only make it rest (<c>LockoutEnd</c>).</summary>
    public DateTimeOffset? LockedAt { get; set; }

    /// <summary>The time step (RFC 6238) of the last authenticator code that was accepted: no code counts twice.</summary>
    public long LastCodeStep { get; set; }
}
