using WhereToReport.Domain;

namespace WhereToReport.Postgres.Files.Validation;

/// <summary>The ids and codes that records may refer to: those that are there, and those whose own record was refused.</summary>
internal sealed class References(DirectoryFacts facts, IReadOnlySet<string> refused)
{
    public IReadOnlySet<string> States { get; } = facts.Gazetteer.States.Select(state => state.Code).ToHashSet();
    public IReadOnlySet<string> Counties { get; } = facts.Gazetteer.Counties.Select(county => county.Fips).ToHashSet();
    public IReadOnlySet<string> ZipCodes { get; } = facts.Gazetteer.ZipCodes.Select(zip => zip.Zip).ToHashSet();
    public IReadOnlySet<string> Organizations { get; } = facts.Organizations.Select(organization => organization.Id).Concat(refused).ToHashSet();
    public IReadOnlySet<string> Channels { get; } = facts.Channels.Select(channel => channel.Id).Concat(refused).ToHashSet();
    public IReadOnlySet<string> PublishedChannels { get; } = facts.Channels.Where(channel => channel.Publish).Select(channel => channel.Id).Concat(refused).ToHashSet();
    public IReadOnlySet<string> Roles { get; } = facts.Roles.Select(role => role.Id).Concat(refused).ToHashSet();
    public IReadOnlySet<string> Situations { get; } = facts.Situations.Select(situation => situation.Id).Concat(refused).ToHashSet();
}
