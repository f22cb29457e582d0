using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Postgres.Files.Validation;
using WhereToReport.Postgres.Records;

namespace WhereToReport.Postgres.Files;

/// <summary>The data folder: the directory's facts as a volunteer edits them.</summary>
public static class DirectoryFiles
{
    public const string Organizations = "organizations.json";
    public const string Roles = "roles.json";
    public const string Situations = "situations.json";
    public const string GeneralPlan = "general-plan.json";
    public const string Duties = "duties.json";
    public const string AwarenessFacts = "facts.json";
    public const string Synonyms = "synonyms.json";

    /// <summary>The channel files; the kind of a channel says in which file it belongs.</summary>
    public static readonly IReadOnlyList<string> Channels =
    [
        "channels/task-forces.json",
        "channels/child-protection-lines.json",
        "channels/national.json",
        "channels/international.json",
    ];

    /// <summary>The file that a channel belongs in.</summary>
    public static string FileOf(Channel channel) => channel switch
    {
        { Kind: ChannelKind.TaskForce } => Channels[0],
        { Kind: ChannelKind.ChildProtectionLine } => Channels[1],
        _ when channel.Coverage.Any(rule => rule.Country == "US") => Channels[2],
        _ => Channels[3],
    };

    /// <summary>The rank of the file that a channel belongs in: the channels of one file come before those of the next.</summary>
    internal static int PlaceOfFile(Channel channel) => Channels.Index().First(file => file.Item == FileOf(channel)).Index;

    /// <summary>The file of a record, as messages name it.</summary>
    internal static string FileOf(RecordKey key, RecordContent content) => key.Kind switch
    {
        RecordKind.Channel => FileOf(content.As<Channel>()),
        RecordKind.Role => Roles,
        RecordKind.Situation => Situations,
        RecordKind.GeneralPlan => GeneralPlan,
        RecordKind.Synonyms => Synonyms,
        RecordKind.Duty => Duties,
        RecordKind.AwarenessFact => AwarenessFacts,
        RecordKind.LearnPage => LearnPageFiles.FileOf(content.As<LearnPage>()),
        _ => Organizations,
    };

    /// <summary>Reads and validates the whole folder.</summary>
    /// <exception cref="DataProblemsException">With every problem found, not only the first.</exception>
    public static DirectoryFacts Read(string folder)
    {
        var problems = new List<DataProblem>();
        var records = new RecordReader(folder, problems);
        var channelFiles = Channels.Select(file => (file, records: records.Array<Channel>(file))).ToArray();
        var facts = new DirectoryFacts
        {
            Organizations = records.Array<Organization>(Organizations),
            Channels = [.. channelFiles.SelectMany(file => file.records)],
            Roles = records.Array<Role>(Roles),
            Situations = records.Array<Situation>(Situations),
            LearnPages = LearnPageFiles.Read(folder, problems),
            Synonyms = records.Array<Synonyms>(Synonyms),
            GeneralPlan = records.Single<GeneralPlan>(GeneralPlan) ?? new(),
            Duties = records.Array<Duty>(Duties),
            AwarenessFacts = records.Array<AwarenessFact>(AwarenessFacts),
            Gazetteer = new GazetteerReader(folder, problems).Read(),
        };
        var fileOfChannel = channelFiles
            .SelectMany(file => file.records, (file, channel) => (file.file, channel.Id))
            .ToLookup(pair => pair.Id, pair => pair.file);

        problems.AddRange(new DirectoryValidation(facts, records.Refused, id => fileOfChannel[id].Last()).Problems());
        return problems.Count == 0 ? facts : throw new DataProblemsException(problems);
    }
}
