namespace WhereToReport.Postgres.Editors;

/// <summary>
/// A one-time link that leads to an account: a new one, or the old one of somebody who lost every way to sign in.
/// Only the hash of the link's token is kept.
/// </summary>
public sealed class Invitation
{
    public Guid Id { get; set; }
    public required byte[] TokenHash { get; set; }
    public required string Name { get; set; }
    public required string Email { get; set; }
    public EditorRole Role { get; set; }

    /// <summary>The account to give new ways to sign in; null where the invitation makes an account.</summary>
    public Guid? EditorId { get; set; }

    /// <summary>Who invited; null for the command line.</summary>
    public Guid? InvitedById { get; set; }

    /// <summary>The secret (base32) that the enrolment page offers to the authenticator app.</summary>
    public required string AuthenticatorKey { get; set; }

    public DateTimeOffset MadeAt { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
}
