using WhereToReport.Domain.Sources;

namespace WhereToReport.Domain.Channels;

/// <summary>Whose line a phone number is.</summary>
public enum PhoneLine
{
    /// <summary>The channel's own line (every channel that is not a task force).</summary>
    Own,

    /// <summary>A line of the task force itself.</summary>
    TaskForce,

    /// <summary>A general line of the agency that hosts the task force.</summary>
    HostAgency,
}

/// <summary>A phone number of a channel.</summary>
public sealed record Phone
{
    /// <summary>E.164 (<c>+18008435678</c>), or digits only for a number dialled as printed inside its country (<c>911</c>, <c>116111</c>).</summary>
    public required string Number { get; init; }
    public string? Extension { get; init; }
    public Bilingual? Label { get; init; }
    public required PhoneLine Line { get; init; }
    public Confidence? Confidence { get; init; }

    /// <summary>True for a text telephone of deaf callers.</summary>
    public bool Tty { get; init; }
    public bool TollFree { get; init; }

    /// <summary>True where the number works only inside its state.</summary>
    public bool InStateOnly { get; init; }
}

/// <summary>A text-message line: the number or short code to write to, and the word to send where one is asked for.</summary>
public sealed record TextLine(string To, string? Body = null);
