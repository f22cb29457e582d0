using System.Globalization;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Web.Contacts;

namespace WhereToReport.Web.Hsds;

/// <summary>Writes published channels as HSDS services. <c>docs/hsds.md</c> tells what becomes what, and why.</summary>
internal sealed class ServiceMapping
{
    /// <summary>The only words for opening hours that leave no doubt about the times.</summary>
    private const string AroundTheClock = "24 hours a day, every day";

    private readonly DirectorySnapshot _directory;
    private readonly Terms _terms;
    private readonly ServiceAreas _areas;
    private readonly ServiceChanges _changes;
    private readonly DateTimeOffset _plansChangedAt;

    public ServiceMapping(DirectorySnapshot directory, Terms terms)
    {
        (_directory, _terms) = (directory, terms);
        _areas = new(directory);
        _changes = new(directory, channel => WithParts(Fields(channel), channel));
        _plansChangedAt = directory.History.Situations.Values.Concat(directory.History.Roles.Values).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
    }

    public static Guid Id(Channel channel) => HsdsId.Of("service", channel.Id);

    public static Guid PlaceId(Channel channel) => HsdsId.Of("service_at_location", channel.Id);

    public static Guid OrganizationId(Channel channel) =>
        channel.Operator is { } id ? HsdsId.Of("organization", id) : OrganizationMapping.UnnamedId;

    /// <summary>True where the public has some way to get in touch.</summary>
    public static bool CanBeReached(Channel channel) =>
        channel.Phones.Count > 0 || channel.Text is not null || channel.Email is not null || Online(channel) is not null;

    public HsdsService Fields(Channel channel) => new()
    {
        Id = Id(channel),
        OrganizationId = OrganizationId(channel),
        Name = channel.Name.En,
        AlternateName = channel.Name.Es,
        Description = ServiceWords.Description(channel),
        Url = InAscii(channel.PublicWebsite ?? channel.PublicReportUrl ?? channel.ChatUrl),
        Email = channel.Email,
        InterpretationServices = channel.LanguagesNote?.En,
        ApplicationProcess = ServiceWords.HowToReach(channel),
        EligibilityDescription = ServiceWords.Eligibility(channel),
        AssuredDate = channel.Verification?.On,
        LastModified = ChangedAt(channel),
    };

    /// <summary>When anything that is told of the service last changed; a plan that changed may name it anew, or no more.</summary>
    public DateTimeOffset ChangedAt(Channel channel) => _directory.ChangedAtOf(channel) is var own && own > _plansChangedAt ? own : _plansChangedAt;

    /// <summary>The service with all that belongs to it: its parts, areas, terms, changes and checks.</summary>
    public HsdsService WithDetails(HsdsService service, Channel channel) => WithParts(service, channel) with
    {
        ServiceAreas = [.. _areas.Of(channel)],
        Attributes = [.. _terms.Of(channel).Select(pair => new HsdsAttribute(
            HsdsId.Of("attribute", $"{channel.Id}:{pair.Term.Id}:{pair.Value}"), service.Id, pair.Term.Id, "service", pair.Value, pair.Term))],
        Metadata = [.. _changes.Of(channel)],
    };

    // What the channel alone tells, so that it can be told of an earlier state of it too.
    private static HsdsService WithParts(HsdsService service, Channel channel) => service with
    {
        Phones = [.. Phones(channel)],
        Schedules = [.. Schedules(channel)],
        Languages = [.. channel.Languages.Select(code => new HsdsLanguage(HsdsId.Of("language", $"{channel.Id}:{code}"), service.Id, LanguageName(code), code))],
    };

    public static IEnumerable<HsdsPhone> Phones(Channel channel)
    {
        foreach (var phone in channel.Phones)
        {
            yield return new(
                HsdsId.Of("phone", $"{channel.Id}:{(phone.Tty ? "textphone" : "voice")}:{phone.Number}:{phone.Extension}"),
                Id(channel),
                PhoneFormat.Display(phone.Number),
                phone.Extension is [not '0', ..] extension ? int.Parse(extension, CultureInfo.InvariantCulture) : null,
                phone.Tty ? "textphone" : "voice",
                ServiceWords.Phone(phone));
        }
        if (channel.Text is { } text)
            yield return new(HsdsId.Of("phone", $"{channel.Id}:text:{text.To}"), Id(channel), PhoneFormat.Display(text.To), null, "text", ServiceWords.Text(text));
    }

    public static IEnumerable<HsdsSchedule> Schedules(Channel channel)
    {
        if (channel.Hours?.En is not { } hours)
            yield break;
        var always = hours == AroundTheClock;
        yield return new(
            HsdsId.Of("schedule", channel.Id),
            Id(channel),
            always ? "WEEKLY" : null,
            always ? "MO,TU,WE,TH,FR,SA,SU" : null,
            hours,
            always ? "00:00Z" : null,
            always ? "23:59Z" : null);
    }

    public static HsdsServiceAtLocation Place(Channel channel)
    {
        var location = Location(channel);
        return new()
        {
            Id = PlaceId(channel),
            ServiceId = Id(channel),
            LocationId = location.Id,
            Description = location.Name,
            Location = location,
        };
    }

    public static HsdsLocation Location(Channel channel) => new(
        HsdsId.Of("location", channel.Id), "virtual", InAscii(Online(channel)), OrganizationId(channel), $"{channel.Name.En}, by phone or online");

    private static string? Online(Channel channel) => channel.PublicReportUrl ?? channel.ChatUrl ?? channel.PublicWebsite;

    // HSDS wants URIs, which are in ASCII; a host may have its name in another script.
    private static string? InAscii(string? address) => address is null || System.Text.Ascii.IsValid(address)
        ? address
        : new UriBuilder(address) { Host = new Uri(address).IdnHost }.Uri.AbsoluteUri;

    // A language without a name in the CLDR bears its code as its name; then the code speaks alone.
    private static string? LanguageName(string code) => CultureInfo.GetCultureInfo(code).EnglishName is var name && name != code ? name : null;
}
