using Npgsql;
using WhereToReport.Domain;
using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;
using WhereToReport.Postgres.Search;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Asking;

/// <summary>The outcome of a question and what else the text can mean.</summary>
/// <param name="Outcome">Answer, choice or nothing.</param>
/// <param name="Suggestions">Where nothing was found: places with a similar name, likeliest first.</param>
/// <param name="Topics">What the text says about what happened.</param>
public sealed record Reply(Outcome Outcome, IReadOnlyList<PlaceChoice> Suggestions, Topics Topics);

/// <summary>Situations and channels that a text is about, best match first.</summary>
public sealed record Topics(IReadOnlyList<Situation> Situations, IReadOnlyList<Channel> Channels)
{
    public static readonly Topics None = new([], []);

    public bool Any => Situations.Count + Channels.Count > 0;
}

/// <summary>
/// Answers a question in a person's own words. A place is found in memory; only a text that is no place on record goes to
/// the database, for places with a similar name and for what happened.
/// </summary>
public sealed partial class Inquiry(CurrentDirectory current, PlaceSearch placeSearch, TopicSearch topicSearch, ILogger<Inquiry> log)
{
    public async Task<Reply> Ask(string text, Situation? situation, Language language, CancellationToken cancel)
    {
        var directory = current.Snapshot;
        var outcome = directory.Finder.Find(directory.Places.Resolve(text), situation);
        var itself = directory.Topics.Exactly(text);
        if (outcome is not Outcome.NotFound { Match: { Name.Length: > 0 } missing })
            return new(outcome, [], new(itself, []));

        var topics = await About(directory, text, itself, language, cancel);
        var suggestions = itself.Count > 0 ? [] : await Similar(directory.Places, missing, cancel);
        return new(outcome, suggestions, topics);
    }

    private async Task<Topics> About(DirectorySnapshot directory, string text, IReadOnlyList<Situation> itself, Language language, CancellationToken cancel)
    {
        if (!current.DatabaseAnswers)
            return new(itself.Count > 0 ? itself : directory.Topics.Like(text), []);
        try
        {
            var found = await topicSearch.Find(text, language, cancel);
            return new(
                [.. itself.Concat(found.Where(topic => topic.IsSituation).Select(topic => directory.Situation(topic.Id)).OfType<Situation>()).DistinctBy(each => each.Id)],
                [.. found.Where(topic => !topic.IsSituation).Select(topic => directory.Channel(topic.Id)).OfType<Channel>()]);
        }
        catch (NpgsqlException down)
        {
            NoSearch(down.GetType().Name);
            return new(itself.Count > 0 ? itself : directory.Topics.Like(text), []);
        }
    }

    private async Task<IReadOnlyList<PlaceChoice>> Similar(PlaceIndex places, PlaceMatch.None missing, CancellationToken cancel)
    {
        if (!current.DatabaseAnswers)
            return [];
        try
        {
            return [.. (await placeSearch.Similar(missing.Name, missing.Within, cancel)).Select(similar => Choice(places, similar)).OfType<PlaceChoice>()];
        }
        catch (NpgsqlException down)
        {
            NoSearch(down.GetType().Name);
            return [];
        }
    }

    // The database may be a revision ahead of the snapshot, so a place can be missing here.
    private static PlaceChoice? Choice(PlaceIndex places, SimilarPlace similar)
    {
        if (places.State(similar.StateCode) is not { } state)
            return null;
        if (similar.CountyFips is null)
            return new(state, state.Name);
        return places.County(similar.CountyFips) is { } county
            ? new(county, similar.Name == county.Name ? $"{county.Name}, {state.Name}" : $"{similar.Name}, {state.Name} ({county.Name})")
            : null;
    }

    [LoggerMessage(LogLevel.Warning, "The database cannot be searched ({Reason}).")]
    private partial void NoSearch(string reason);
}

public static class AskingServices
{
    public static void AddAsking(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PlaceSearch>();
        builder.Services.AddSingleton<TopicSearch>();
        builder.Services.AddSingleton<Inquiry>();
    }
}
