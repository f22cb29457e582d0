using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;

namespace WhereToReport.Web.Hsds;

/// <summary>A record of the directory under its UUID.</summary>
internal sealed record Known<T>(Guid Id, T Fact);

/// <summary>
/// One revision of the directory seen as HSDS: which records there are, in the order of their UUIDs, and how each is
/// written. Only the index stays in memory; the records are made when they are asked for.
/// </summary>
internal sealed class HsdsDirectory
{
    private readonly DirectorySnapshot _directory;
    private readonly ServiceMapping _mapping;
    private readonly Dictionary<Guid, Operator> _operators;
    private readonly Lazy<Dictionary<string, string>> _searchTexts;

    public HsdsDirectory(DirectorySnapshot directory)
    {
        _directory = directory;
        Terms = new(directory);
        _mapping = new(directory, Terms);
        Services = [.. directory.Channels.Select(channel => new Known<Channel>(ServiceMapping.Id(channel), channel)).OrderBy(known => known.Id)];
        Places = [.. directory.Channels.Where(ServiceMapping.CanBeReached)
            .Select(channel => new Known<Channel>(ServiceMapping.PlaceId(channel), channel)).OrderBy(known => known.Id)];
        Organizations = [.. directory.Channels
            .GroupBy(ServiceMapping.OrganizationId)
            .Select(run => new Known<Operator>(run.Key, new(directory.OperatorOf(run.First()), [.. run.OrderBy(ServiceMapping.Id)])))
            .OrderBy(known => known.Id)];
        _operators = Organizations.ToDictionary(known => known.Id, known => known.Fact);
        _searchTexts = new(() => directory.Channels.ToDictionary(channel => channel.Id, SearchText));
    }

    public Terms Terms { get; }

    /// <summary>Every published channel, under the id of its service.</summary>
    public IReadOnlyList<Known<Channel>> Services { get; }

    /// <summary>Every published channel that can be reached, under the id of its service at its virtual location.</summary>
    public IReadOnlyList<Known<Channel>> Places { get; }

    /// <summary>Every operator of a published channel.</summary>
    public IReadOnlyList<Known<Operator>> Organizations { get; }

    /// <summary>The fields of a service's table.</summary>
    public HsdsService Fields(Channel channel) => _mapping.Fields(channel);

    /// <summary>A service as a list shows it: its fields and its organization's.</summary>
    public HsdsService Listed(Channel channel) => Fields(channel) with { Organization = Fields(_operators[ServiceMapping.OrganizationId(channel)]) };

    /// <summary>A service with all that belongs to it.</summary>
    public HsdsService Full(Channel channel) => _mapping.WithDetails(Listed(channel), channel) with
    {
        ServiceAtLocations = ServiceMapping.CanBeReached(channel) ? [ServiceMapping.Place(channel)] : [],
    };

    public HsdsServiceStub Stub(Channel channel) => new(ServiceMapping.Id(channel), channel.Name.En, HsdsService.Active, ChangedAt(channel));

    /// <summary>A service at its location as a list shows it.</summary>
    public HsdsServiceAtLocation ListedPlace(Channel channel) => ServiceMapping.Place(channel) with { Service = Listed(channel) };

    /// <summary>A service at its location with all that belongs to both.</summary>
    public HsdsServiceAtLocation FullPlace(Channel channel) => ServiceMapping.Place(channel) with
    {
        Phones = [.. ServiceMapping.Phones(channel)],
        Schedules = [.. ServiceMapping.Schedules(channel)],
        Service = _mapping.WithDetails(Listed(channel), channel),
    };

    /// <summary>The answer for one service at its location.</summary>
    public HsdsServiceAtLocation OnePlace(Channel channel) => FullPlace(channel) with { Name = channel.Name.En, Status = HsdsService.Active };

    /// <summary>The fields of an organization's table.</summary>
    public HsdsOrganization Fields(Operator runs) => OrganizationMapping.Fields(runs);

    /// <summary>An organization with its locations and its services; these with all that belongs to them if <paramref name="fullServices"/>.</summary>
    public HsdsOrganization Full(Operator runs, bool fullServices) => WithServices(runs, fullServices) with
    {
        Locations = [.. runs.Channels.Where(ServiceMapping.CanBeReached).Select(ServiceMapping.Location)],
    };

    /// <summary>The fields of an organization and its services with all that belongs to them.</summary>
    public HsdsOrganization WithServices(Operator runs, bool full) => Fields(runs) with
    {
        Services = [.. runs.Channels.Select(channel => full ? _mapping.WithDetails(Fields(channel), channel) : Fields(channel))],
    };

    /// <summary>When a service last changed, as far as is known: never before it did.</summary>
    public DateTimeOffset ChangedAt(Channel channel) => _mapping.ChangedAt(channel);

    /// <summary>The words a service is found by, each after a space.</summary>
    public string WordsOf(Channel channel) => _searchTexts.Value[channel.Id];

    /// <summary>The words of a text, each after a space, so that they can be looked for in one another.</summary>
    public static string Words(params IEnumerable<string?> texts) =>
        string.Concat(texts.OfType<string>().SelectMany(PlaceText.Words).Select(word => " " + word));

    private string SearchText(Channel channel) => Words(
    [
        channel.Name.En, channel.Name.Es, channel.WhatFor?.En, channel.WhatFor?.Es,
        _directory.OperatorOf(channel)?.Name.En, _directory.OperatorOf(channel)?.Name.Es,
        .. Terms.Of(channel).Where(pair => pair.Value is null).Select(pair => pair.Term.Name),
        .. _directory.SituationsOf(channel).Select(situation => situation.Label.Es),
    ]);
}
