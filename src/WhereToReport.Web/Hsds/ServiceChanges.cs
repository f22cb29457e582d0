using System.Globalization;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;

namespace WhereToReport.Web.Hsds;

/// <summary>Says in the fields of HSDS what changed about a service, and that it was checked.</summary>
internal sealed class ServiceChanges(DirectorySnapshot directory, Func<Channel, HsdsService> write)
{
    private const string Checked = "assured_date";

    // What stands in lists is named by what people know it by.
    private static readonly (string Name, Func<HsdsService, string?> Value)[] s_fields =
    [
        ("organization_id", service => service.OrganizationId.ToString()),
        ("name", service => service.Name),
        ("alternate_name", service => service.AlternateName),
        ("description", service => service.Description),
        ("url", service => service.Url),
        ("email", service => service.Email),
        ("interpretation_services", service => service.InterpretationServices),
        ("application_process", service => service.ApplicationProcess),
        ("eligibility_description", service => service.EligibilityDescription),
        (Checked, service => Day(service.AssuredDate)),
        ("phones", service => List(service.Phones!.Select(phone => phone.Extension is { } extension ? $"{phone.Number} ext. {extension}" : phone.Number))),
        ("schedules", service => List(service.Schedules!.Select(schedule => schedule.Description))),
        ("languages", service => List(service.Languages!.Select(language => language.Code))),
    ];

    /// <summary>The newest changes, the newest first, one for each field; without any, the last check.</summary>
    public IEnumerable<HsdsMetadata> Of(Channel channel)
    {
        var changes = directory.ChangesOf(channel).SelectMany(Fields).ToArray();
        return channel.Verification is { } check && changes.All(change => change.FieldName != Checked)
            ? changes.Append(Entry(channel, $"verification:{check.On:O}", check.On, "verify", Checked, "", Day(check.On)))
            : changes;
    }

    private IEnumerable<HsdsMetadata> Fields(ChannelChange change)
    {
        var (before, after) = (write(change.Before), write(change.After));
        foreach (var (name, value) in s_fields)
        {
            if (value(before) != value(after))
                yield return Entry(change.After, $"{change.Id}:{name}", DateOnly.FromDateTime(change.At.UtcDateTime), name == Checked ? "verify" : "update", name, value(before), value(after));
        }
    }

    private static HsdsMetadata Entry(Channel channel, string name, DateOnly day, string action, string field, string? before, string? after) => new(
        HsdsId.Of("metadata", $"{channel.Id}:{name}"), ServiceMapping.Id(channel), "service", day, action, field, before ?? "", after ?? "", "Where to Report");

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static string List(IEnumerable<string> values) => string.Join("; ", values);
}
