using WhereToReport.Domain;
using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;

namespace WhereToReport.Web.Api;

internal static class PlacesApi
{
    private const string UnknownState = "The state is not known.";
    private const string NoSuchState = "Use the USPS code of a state, the District of Columbia or a territory, such as CA.";

    private static readonly ApiOperation s_places = new(ApiOperation.FindHelp, "places", "Places while typing",
        "The states, counties, cities and ZIP codes whose names begin like this, whole names and big places first. For lists that open under a box: ask at every key. What is chosen goes to `/answer` as `place`.")
    {
        Parameters = [ApiParameters.Typed, ApiParameters.SuggestionLimit],
        Example = directory => Suggestions(directory, "santa cl", 2),
        Failures = [ApiOperation.Unclear("q", "q is missing. Give the beginning of a ZIP code or of a name.")],
    };

    private static readonly ApiOperation s_state = new(ApiOperation.Directory, "state", "A state and its counties", "Who covers a state and each of its counties.")
    {
        Parameters = [ApiParameters.StateCode],
        Example = directory => State(directory, directory.Places.State("DE")!),
        Failures = [ApiOperation.Unknown(UnknownState, NoSuchState)],
    };

    /// <summary><c>/places?q=…[&amp;limit=…]</c> and <c>/states/{code}</c></summary>
    public static void MapPlaces(this IEndpointRouteBuilder api)
    {
        api.MapRead<SuggestionsBody>("/places", Places, s_places);
        api.MapRead<StateBody>("/states/{code}", IResult (string code, DirectorySnapshot directory) => directory.Places.State(code) is { } state
            ? TypedResults.Ok(State(directory, state))
            : ApiProblem.NotFound(UnknownState, NoSuchState), s_state);
    }

    private static IResult Places([AsParameters] ApiRequest request)
    {
        var typed = request.Query.Text("q");
        if (typed is null)
            request.Query.Refuse("q is missing. Give the beginning of a ZIP code or of a name.", "q");
        if (typed?.Length > PlaceText.MaxLength)
            request.Query.Refuse($"q is longer than {PlaceText.MaxLength} characters.", "q");
        var limit = request.Query.Number("limit", ApiParameters.MostSuggestions) ?? ApiParameters.UsualSuggestions;
        return request.IsUnclear(out var refusal) ? refusal : TypedResults.Ok(Suggestions(request.Directory, typed!, limit));
    }

    private static SuggestionsBody Suggestions(DirectorySnapshot directory, string typed, int most) => new(
        [.. directory.Suggestions.Starting(typed, most)
            .Select(place => new SuggestionBody(place.Kind, place.Id, place.Name, place.State, place.Label, place.Ask, place.Path))],
        directory.Revision);

    private static StateBody State(DirectorySnapshot directory, State state) => new(
        state.Code,
        state.Fips,
        state.Name,
        state.Kind,
        Ids(directory, state, ChannelKind.TaskForce),
        Ids(directory, state, ChannelKind.ChildProtectionLine),
        [.. directory.Places.CountiesOf(state).Select(county => new CountyBody(
            county.Fips,
            county.Name,
            [.. directory.Coverage.Covering(county, ChannelKind.TaskForce).Select(Covering)],
            county.Path))],
        state.Path,
        directory.Revision);

    private static CoveringBody Covering(CoveringChannel covering) => new(covering.Channel.Id, covering.Basis);

    private static IReadOnlyList<string> Ids(DirectorySnapshot directory, State state, ChannelKind kind) =>
        [.. directory.Coverage.Covering(state, kind).Select(covering => covering.Channel.Id)];
}
