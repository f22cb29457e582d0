using WhereToReport.Domain;
using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;
using WhereToReport.Postgres.Search;
using WhereToReport.Web.Serving;
using WhereToReport.Web.Telemetry;

namespace WhereToReport.Web.Asking;

/// <summary>The outcome of a question and what else the text can mean.</summary>
/// <param name="Outcome">Answer, choice or nothing.</param>
/// <param name="Suggestions">Where nothing was found: places with a similar name, likeliest first; for a ZIP code, the states of its first three digits.</param>
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
/// the database, for places with a similar name and for what happened; while that is slow or away, both are looked for in
/// memory, by letters alone.
/// </summary>
public sealed class Inquiry(CurrentDirectory current, QuickSearch database, PlaceSearch placeSearch, TopicSearch topicSearch, DirectoryMeter meter)
{
    private const int MostSuggestions = 6;

    public async Task<Reply> Ask(string text, Situation? situation, Language language, CancellationToken cancel)
    {
        var reply = await Answer(text, situation, language, cancel);
        Count(reply);
        return reply;
    }

    private async Task<Reply> Answer(string text, Situation? situation, Language language, CancellationToken cancel)
    {
        var directory = current.Snapshot;
        var outcome = directory.Finder.Find(directory.Places.Resolve(text), situation);
        var itself = directory.Topics.Exactly(text);
        if (outcome is not Outcome.NotFound { Match: var missing })
            return new(outcome, [], new(itself, []));
        if (missing.Name.Length == 0)
            return new(outcome, missing.StatesNearby, new(itself, []));

        var topics = await About(directory, text, itself, language, cancel);
        if (itself.Count > 0)
            return new(outcome, [], topics);
        var similar = await Similar(directory.Places, missing, cancel);
        return new(outcome, [.. directory.Places.CountriesLike(text).Concat(similar).Take(MostSuggestions)], topics);
    }

    private async Task<Topics> About(DirectorySnapshot directory, string text, IReadOnlyList<Situation> itself, Language language, CancellationToken cancel)
    {
        if (await database.Find("search for topics", () => topicSearch.Find(text, language), cancel) is not { } found)
            return new(itself.Count > 0 ? itself : directory.Topics.Like(text), []);
        return new(
            [.. itself.Concat(found.Where(topic => topic.IsSituation).Select(topic => directory.Situation(topic.Id)).OfType<Situation>()).DistinctBy(each => each.Id)],
            [.. found.Where(topic => !topic.IsSituation).Select(topic => directory.Channel(topic.Id)).OfType<Channel>()]);
    }

    private async Task<IReadOnlyList<PlaceChoice>> Similar(PlaceIndex places, PlaceMatch.None missing, CancellationToken cancel)
    {
        var similar = await database.Find("search for similar places", () => placeSearch.Similar(missing.Name, missing.Within), cancel);
        return similar is null
            ? [.. places.Like(missing.Name, missing.Within)]
            : [.. similar.Select(place => Choice(places, place)).OfType<PlaceChoice>()];
    }

    private void Count(Reply reply)
    {
        switch (reply)
        {
            case { Outcome: Outcome.Answered answered }:
                meter.Answered(answered.Answer.Place);
                break;
            case { Outcome: Outcome.Choose }:
                meter.AskedBack();
                break;
            default:
                meter.Missed(reply.Topics.Any ? "topics" : reply.Suggestions.Count > 0 ? "places" : "nothing");
                break;
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
}

public static class AskingServices
{
    public static void AddAsking(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => new PlaceSearch(services.GetRequiredService<DatabaseConnections>().ForReading));
        builder.Services.AddSingleton(services => new TopicSearch(services.GetRequiredService<DatabaseConnections>().ForReading));
        builder.Services.AddSingleton<QuickSearch>();
        builder.Services.AddSingleton<Inquiry>();
    }
}
