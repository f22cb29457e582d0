using WhereToReport.Domain.Channels;

namespace WhereToReport.Domain;

/// <summary>A change of a channel that was published before and after it, without whoever made it.</summary>
/// <param name="Id">Grows with every change of the directory.</param>
/// <param name="At">When it was made.</param>
/// <param name="Before">What the public saw before.</param>
/// <param name="After">What the public saw from then on.</param>
public sealed record ChannelChange(long Id, DateTimeOffset At, Channel Before, Channel After);

/// <summary>When the records of a revision last changed, by their ids, and how; what is missing is not known.</summary>
public sealed record DirectoryHistory
{
    private static readonly Dictionary<string, DateTimeOffset> s_unknown = [];

    public IReadOnlyDictionary<string, DateTimeOffset> Channels { get; init; } = s_unknown;
    public IReadOnlyDictionary<string, DateTimeOffset> Organizations { get; init; } = s_unknown;
    public IReadOnlyDictionary<string, DateTimeOffset> Roles { get; init; } = s_unknown;
    public IReadOnlyDictionary<string, DateTimeOffset> Situations { get; init; } = s_unknown;

    /// <summary>By the USPS codes of their states.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Duties { get; init; } = s_unknown;

    /// <summary>The newest changes of the channels, the newest first.</summary>
    public IReadOnlyList<ChannelChange> ChannelChanges { get; init; } = [];
}
