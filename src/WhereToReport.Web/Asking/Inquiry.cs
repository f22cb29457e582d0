using Npgsql;
using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;
using WhereToReport.Postgres.Search;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Asking;

/// <summary>The outcome of a question and, where nothing was found, places with a similar name.</summary>
/// <param name="Outcome">Answer, choice or nothing.</param>
/// <param name="Suggestions">Similar places, most similar first.</param>
public sealed record Reply(Outcome Outcome, IReadOnlyList<PlaceChoice> Suggestions);

/// <summary>Answers a question in a person's own words; only a name that is not on record goes to the database, for similar ones.</summary>
public sealed partial class Inquiry(CurrentDirectory current, PlaceSearch search, ILogger<Inquiry> log)
{
    public async Task<Reply> Ask(string place, Situation? situation, CancellationToken cancel)
    {
        var directory = current.Snapshot;
        var outcome = directory.Finder.Find(directory.Places.Resolve(place), situation);
        return outcome is Outcome.NotFound { Match: { Name.Length: > 0 } missing }
            ? new(outcome, await Similar(directory.Places, missing, cancel))
            : new(outcome, []);
    }

    private async Task<IReadOnlyList<PlaceChoice>> Similar(PlaceIndex places, PlaceMatch.None missing, CancellationToken cancel)
    {
        if (!current.DatabaseAnswers)
            return [];
        try
        {
            return [.. (await search.Similar(missing.Name, missing.Within, cancel)).Select(similar => Choice(places, similar)).OfType<PlaceChoice>()];
        }
        catch (NpgsqlException down)
        {
            NoSuggestions(down.GetType().Name);
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

    [LoggerMessage(LogLevel.Warning, "Similar place names cannot be searched ({Reason}).")]
    private partial void NoSuggestions(string reason);
}

public static class AskingServices
{
    public static void AddAsking(this WebApplicationBuilder builder) => builder.Services.AddSingleton<Inquiry>();
}
