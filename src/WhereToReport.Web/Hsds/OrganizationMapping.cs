using WhereToReport.Domain.Channels;

namespace WhereToReport.Web.Hsds;

/// <summary>Who runs channels, and which; no organization where no source names it.</summary>
internal sealed record Operator(Organization? Organization, IReadOnlyList<Channel> Channels);

/// <summary>Writes operators as HSDS organizations.</summary>
internal static class OrganizationMapping
{
    /// <summary>
    /// The tables of HSDS want an organization for every service. Where no source names the operator this record stands in,
    /// and says so: an operator is never guessed.
    /// </summary>
    public static Guid UnnamedId { get; } = HsdsId.Of("organization", "");

    public static HsdsOrganization Fields(Operator runs) => runs.Organization is { } organization
        ? new()
        {
            Id = HsdsId.Of("organization", organization.Id),
            Name = organization.Name.En,
            AlternateName = organization.Name.Es,
            Description = Description(organization, runs.Channels),
        }
        : new()
        {
            Id = UnnamedId,
            Name = "Operator not named in our sources",
            Description = "Not an organization: it stands in where no source we read names who runs a service. " + Runs(runs.Channels),
        };

    private static string Description(Organization organization, IReadOnlyList<Channel> channels)
    {
        var what = string.Join(", ", new[] { organization.Kind, organization.City }.OfType<string>());
        return what.Length > 0 ? $"{char.ToUpperInvariant(what[0])}{what[1..]}. {Runs(channels)}" : Runs(channels);
    }

    private static string Runs(IReadOnlyList<Channel> channels) => $"Runs: {string.Join("; ", channels.Select(channel => channel.Name.En))}.";
}
