using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;
using WhereToReport.Postgres.Records;

namespace WhereToReport.Web.Editors.Records;

/// <summary>A record as lists name it.</summary>
/// <param name="Key">Which record.</param>
/// <param name="Name">What people call it.</param>
/// <param name="States">The USPS codes of the states that it is about.</param>
/// <param name="Published">False where the public does not see it.</param>
public sealed record RecordEntry(RecordKey Key, string Name, IReadOnlySet<string> States, bool Published)
{
    public string Path => RecordPath.Of(Key);
}

/// <summary>All records by their names, as this node knows them; a new one comes within seconds.</summary>
public sealed class RecordIndex(DirectorySnapshot directory)
{
    private static readonly IReadOnlySet<string> s_nowhere = new HashSet<string>();

    private Dictionary<RecordKey, string>? _names;

    /// <summary>All records, in the order of the directory.</summary>
    public IEnumerable<RecordEntry> All()
    {
        var facts = directory.Facts;
        return
        [
            .. facts.Channels.Select(channel => new RecordEntry(RecordKey.Channel(channel.Id), channel.Name.En, States(channel), channel.Publish)),
            .. facts.Duties.Select(duty => new RecordEntry(new(RecordKind.Duty, duty.State), "School duty of " + StateName(duty.State), new HashSet<string> { duty.State }, true)),
            .. facts.Situations.Select(situation => Entry(RecordKind.Situation, situation.Id, situation.Label.En)),
            .. facts.Organizations.Select(organization => Entry(RecordKind.Organization, organization.Id, organization.Name.En)),
            .. facts.Roles.Select(role => Entry(RecordKind.Role, role.Id, role.Name.En)),
            .. facts.AwarenessFacts.Select(fact => new RecordEntry(new(RecordKind.AwarenessFact, fact.Id), fact.Statement.En, s_nowhere, fact.Publish)),
            .. facts.LearnPages.Select(page => Entry(RecordKind.LearnPage, $"{page.Language}/{page.Slug}", $"{page.Title} ({page.Language})")),
            .. facts.Synonyms.Select(synonyms => Entry(RecordKind.Synonyms, synonyms.Situation, "Words for: " + (directory.Situation(synonyms.Situation)?.Label.En ?? synonyms.Situation))),
            new(RecordKey.GeneralPlan, "General plan", s_nowhere, true),
        ];
    }

    /// <summary>The name of a record; its id where the directory does not hold it now.</summary>
    public string NameOf(RecordKey key) =>
        (_names ??= All().ToDictionary(entry => entry.Key, entry => entry.Name)).GetValueOrDefault(key) ?? key.Id;

    private static RecordEntry Entry(RecordKind kind, string id, string name) => new(new(kind, id), name, s_nowhere, true);

    private string StateName(string code) => directory.Places.State(code)?.Name ?? code;

    private HashSet<string> States(Channel channel) =>
        [.. channel.Coverage.SelectMany(rule => new[] { rule.State, rule.RestOfState }.OfType<string>().Concat(rule.Counties.Select(fips => directory.Places.County(fips)).OfType<County>().Select(county => county.State)))];
}
