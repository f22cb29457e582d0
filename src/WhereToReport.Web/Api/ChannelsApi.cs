using System.Globalization;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;

namespace WhereToReport.Web.Api;

internal static class ChannelsApi
{
    private const string UnknownChannel = "The channel is not known.";
    private const string NoSuchChannel = "No published channel has this id. It may have been taken out; /api/v1/channels lists all there are.";

    private static readonly ApiOperation s_channels = new(ApiOperation.Directory, "channels", "Channels",
        "All published channels, in the order of their ids, page by page. Filters add up. The header `Link` leads to the next page.")
    {
        Parameters = [ApiParameters.Kind, ApiParameters.State, ApiParameters.Country, ApiParameters.Situation, ApiParameters.Page, ApiParameters.ListLimit, ApiParameters.Lang],
        Example = directory => new ChannelsBody([Record(directory, "childhelp")], 1, 1, 1, directory.Revision),
        Failures = [ApiOperation.Unclear("kind", $"kind is not one of {string.Join(", ", Serving.QueryReader.NamesOf<ChannelKind>())}.")],
    };

    private static readonly ApiOperation s_channel = new(ApiOperation.Directory, "channel", "A channel", "All that is published of one channel.")
    {
        Parameters = [ApiParameters.ChannelId, ApiParameters.Lang],
        Example = directory => Record(directory, "ncmec-cybertipline"),
        Failures = [ApiOperation.Unclear("lang", "lang is not one of en, es."), ApiOperation.Unknown(UnknownChannel, NoSuchChannel)],
    };

    private static readonly ApiOperation s_taskForces = new(ApiOperation.Directory, "taskForces", "Task forces",
        "The task forces for internet crimes against children (ICAC), with the states that each covers in whole or in part.")
    {
        Parameters = [ApiParameters.State, ApiParameters.Lang],
        Example = directory => new TaskForcesBody([new ChannelWords(directory, Language.English).TaskForce(directory.TaskForces[0])], directory.Revision),
        Failures = [ApiOperation.Unclear("state", "state is not the USPS code of a state, the District or a territory, such as CA.")],
    };

    /// <summary><c>/channels</c>, <c>/channels/{id}</c> and <c>/task-forces</c></summary>
    public static void MapChannels(this IEndpointRouteBuilder api)
    {
        api.MapRead<ChannelsBody>("/channels", Channels, s_channels);
        api.MapRead<ChannelRecordBody>("/channels/{id}", Channel, s_channel);
        api.MapRead<TaskForcesBody>("/task-forces", TaskForces, s_taskForces);
    }

    private static IResult Channels([AsParameters] ApiRequest request)
    {
        var kind = request.Query.OneOf<ChannelKind>("kind");
        var state = request.State();
        var country = request.Country();
        var situation = request.Situation();
        var page = request.Query.Number("page", int.MaxValue) ?? 1;
        var limit = request.Query.Number("limit", ApiParameters.MostListed) ?? ApiParameters.UsualListed;
        var words = new ChannelWords(request.Directory, request.Language());
        if (request.IsUnclear(out var refusal))
            return refusal;

        var (inState, inCountry) = (Covering(request.Directory, state), Covering(request.Directory, country));
        var found = request.Directory.Channels
            .Where(channel => (kind is null || channel.Kind == kind)
                && (situation is null || request.Directory.SituationsOf(channel).Contains(situation))
                && inState?.Contains(channel.Id) != false
                && inCountry?.Contains(channel.Id) != false)
            .OrderBy(channel => channel.Id, StringComparer.Ordinal)
            .ToArray();
        var pages = (found.Length + limit - 1) / limit;
        if (page < pages)
            request.LinkNext("page", (page + 1).ToString(CultureInfo.InvariantCulture));
        var start = (int)Math.Min(found.Length, (page - 1L) * limit);
        return TypedResults.Ok(new ChannelsBody([.. found.Skip(start).Take(limit).Select(words.Record)], found.Length, page, pages, request.Directory.Revision));
    }

    private static HashSet<string>? Covering(DirectorySnapshot directory, Place? place) =>
        place is null ? null : [.. directory.Coverage.Covering(place).Select(one => one.Channel.Id)];

    private static IResult Channel([AsParameters] ApiRequest request, string id)
    {
        var words = new ChannelWords(request.Directory, request.Language());
        if (request.IsUnclear(out var refusal))
            return refusal;
        return request.Directory.Channel(id) is { } channel ? TypedResults.Ok(words.Record(channel)) : ApiProblem.NotFound(UnknownChannel, NoSuchChannel);
    }

    private static IResult TaskForces([AsParameters] ApiRequest request)
    {
        var state = request.State();
        var words = new ChannelWords(request.Directory, request.Language());
        if (request.IsUnclear(out var refusal))
            return refusal;
        var taskForces = request.Directory.TaskForces.Select(words.TaskForce).Where(force => state is null || force.States.Contains(state.Code));
        return TypedResults.Ok(new TaskForcesBody([.. taskForces], request.Directory.Revision));
    }

    private static ChannelRecordBody Record(DirectorySnapshot directory, string preferred)
    {
        var channel = directory.Channel(preferred) ?? directory.Channels.First();
        return new ChannelWords(directory, Language.English).Record(channel);
    }
}
