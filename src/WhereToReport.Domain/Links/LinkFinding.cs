namespace WhereToReport.Domain.Links;

/// <summary>How a check of a link ended.</summary>
public enum LinkOutcome
{
    Works,

    /// <summary>The server says that there is no such page, or refuses the request for good (4xx).</summary>
    ClientError,

    /// <summary>The server failed (5xx).</summary>
    ServerError,

    /// <summary>The host has no address.</summary>
    UnknownHost,

    /// <summary>The host refused or dropped the connection.</summary>
    NoConnection,

    /// <summary>The certificate is not valid, or no secure connection came about.</summary>
    TlsError,
    Timeout,

    /// <summary>Redirects go round, go on too long, or lead nowhere.</summary>
    BadRedirect,

    /// <summary>It leads to a place that is not on the public web: a private address, an unusual port, another scheme.</summary>
    AddressRefused,

    /// <summary>The server keeps programs out, or asks to wait; a person may well see the page.</summary>
    Blocked,

    /// <summary>The host's robots.txt asks programs to stay away, or cannot be read.</summary>
    RobotsDisallow,
}

/// <summary>What one check of a link found.</summary>
public sealed record LinkFinding(LinkOutcome Outcome)
{
    /// <summary>The last HTTP status; null where no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>Where redirects ended; null where there were none.</summary>
    public string? FinalUrl { get; init; }

    /// <summary>The address that the server gives for good (301, 308) in place of this one.</summary>
    public string? MovedTo { get; init; }

    /// <summary>What went wrong, in a few words.</summary>
    public string? Detail { get; init; }

    /// <summary>The host asked not to be asked before.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}

public static class LinkOutcomes
{
    /// <summary>True where nothing was learned about the page: it could not be checked.</summary>
    public static bool IsUncertain(this LinkOutcome outcome) => outcome is LinkOutcome.Blocked or LinkOutcome.RobotsDisallow;

    /// <summary>True where a person would not reach the page either.</summary>
    public static bool IsFailure(this LinkOutcome outcome) => outcome != LinkOutcome.Works && !outcome.IsUncertain();
}
