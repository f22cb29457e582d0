using Microsoft.Extensions.Options;

namespace WhereToReport.Web.Serving.Keeping;

/// <summary>The finished answers of the current edition. With a new edition, and when there is no more room, it begins again with none.</summary>
internal sealed partial class KeptAnswers(CurrentDirectory current, IOptions<DirectoryOptions> options, ILogger<KeptAnswers> log)
{
    private readonly Lock _changing = new();
    private volatile Shelf? _shelf;
    private Edition _cannotKeep;

    /// <summary>What is kept of the current edition; null while that is nothing.</summary>
    public Shelf? Shelf => _shelf is { } shelf && shelf.Edition == current.Edition ? shelf : null;

    /// <summary>Keeps an answer that was made while <paramref name="edition"/> was current.</summary>
    public void Keep(string address, Edition edition, HttpContext context, ReadOnlySpan<byte> body)
    {
        try
        {
            if (edition == current.Edition && options.Value.KeptAnswersMegabytes > 0)
                ShelfFor(edition)?.Keep(address, context, body);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            lock (_changing)
                (_shelf, _cannotKeep) = (null, edition);
            CannotKeep(failure.Message);
        }
    }

    private Shelf? ShelfFor(Edition edition)
    {
        if (_shelf is { IsFull: false } shelf && shelf.Edition == edition)
            return shelf;
        lock (_changing)
        {
            if (_cannotKeep == edition)
                return null;
            if (_shelf is not { IsFull: false } || _shelf.Edition != edition)
                _shelf = new(edition, new(Path.GetDirectoryName(Path.GetFullPath(options.Value.SnapshotFile))!, options.Value.KeptAnswersMegabytes * 1024L * 1024));
            return _shelf;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Finished answers cannot be kept ({Reason}): until the next revision each is made anew.")]
    private partial void CannotKeep(string reason);
}
