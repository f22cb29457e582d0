using System.Text.RegularExpressions;

namespace WhereToReport.Domain.Corrections;

/// <summary>What a stranger says is wrong with the directory.</summary>
public enum CorrectionKind
{
    NumberDoesNotWork,
    NumberReachesSomeoneElse,
    WebsiteOrForm,
    HoursOrLanguages,
    Area,
    Description,

    /// <summary>The directory lacks a channel for a place.</summary>
    MissingChannel,
    SomethingElse,
}

/// <summary>What became of a correction.</summary>
public enum CorrectionState
{
    /// <summary>No editor has decided yet.</summary>
    Open,
    Accepted,
    Declined,

    /// <summary>An editor checked it: what the directory says is right.</summary>
    NoChangeNeeded,

    /// <summary>Somebody else had said the same before.</summary>
    Duplicate,
}

/// <summary>A correction as it arrives.</summary>
/// <param name="FormKey">Made with the form: the same form sent again is the same correction.</param>
/// <param name="ChannelId">The channel that it is about; null where it is about none. The channel may be gone by now.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Text">The sender's own words, 1 to <see cref="MaxTextLength"/> characters.</param>
/// <param name="SourceUrl">A web page that shows what is right.</param>
/// <param name="Email">Where to ask the sender back. The only personal datum of a correction.</param>
/// <param name="Language">The language that the form was in, and that the answer should be in.</param>
/// <param name="LooksLikeSpam">A field that people do not see was filled.</param>
public sealed partial record NewCorrection(
    Guid FormKey, string? ChannelId, CorrectionKind Kind, string Text, string? SourceUrl, string? Email, Language Language, bool LooksLikeSpam = false)
{
    public const int MaxTextLength = 2000;
    public const int MaxUrlLength = 2000;

    /// <summary>RFC 5321 allows no longer address.</summary>
    public const int MaxEmailLength = 254;

    /// <summary>Whether a text has the shape of a channel's id; whether there is such a channel is another question.</summary>
    public static bool IsChannelId(string text) => ChannelIdShape().IsMatch(text);

    [GeneratedRegex(@"^(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex ChannelIdShape();
}

/// <summary>
/// A correction as its sender may see it again: all but the e-mail address. The editors' answer is null before they
/// decide, and where they add nothing.
/// </summary>
public sealed record SentCorrection(
    ReceiptCode Receipt, DateTimeOffset ReceivedAt, string? ChannelId, CorrectionKind Kind, string Text, string? SourceUrl, Language Language,
    CorrectionState State, string? Answer, DateTimeOffset? DecidedAt);
