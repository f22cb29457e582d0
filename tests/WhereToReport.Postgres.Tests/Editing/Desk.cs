using WhereToReport.Domain.Channels;
using WhereToReport.Postgres.Editing;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Editing;

/// <summary>An editor at work on a database: each desk has a connection of its own.</summary>
public sealed class Desk : IAsyncDisposable
{
    public static readonly Guid Ann = Guid.Parse("00000000-0000-0000-0000-00000000000a");
    public static readonly Guid Ben = Guid.Parse("00000000-0000-0000-0000-00000000000b");

    public static readonly RecordKey Tips = RecordKey.Channel("fbi-tips");

    public Desk(TestDatabase database, bool fourEyes = true)
    {
        Context = database.OpenAsSite();
        Editing = new(Context, TimeProvider.System, new() { FourEyes = fourEyes });
        Proposals = new(Context, TimeProvider.System, Editing);
    }

    public DirectoryContext Context { get; }
    public RecordEditing Editing { get; }
    public Proposals Proposals { get; }

    public ValueTask DisposeAsync() => Context.DisposeAsync();

    /// <summary>Asks for a change of a channel that was just read.</summary>
    public async Task<EditResult> Propose(string channel, Func<Channel, Channel> change, Guid? editor = null)
    {
        var stored = await Editing.Read(RecordKey.Channel(channel));
        return await Proposals.Propose(stored.Key, stored.Version, RecordContent.Of(change(stored.Content!.As<Channel>())), Note(editor));
    }

    public async Task<Channel> Channel(string id) => (await Editing.Read(RecordKey.Channel(id))).Content!.As<Channel>();

    public static EditNote Note(Guid? editor = null) => new(editor ?? Ann, "The agency's page says so", "https://www.fbi.gov/tips");

    public static T Is<T>(EditResult result)
        where T : EditResult => Assert.IsType<T>(result);
}
