using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;

namespace WhereToReport.Domain;

/// <summary>Everything the directory knows, as files and database hold it: the input of a snapshot.</summary>
public sealed record DirectoryFacts
{
    public IReadOnlyList<Organization> Organizations { get; init; } = [];
    public IReadOnlyList<Channel> Channels { get; init; } = [];
    public IReadOnlyList<Role> Roles { get; init; } = [];
    public IReadOnlyList<Situation> Situations { get; init; } = [];
    public IReadOnlyList<LearnPage> LearnPages { get; init; } = [];
    public IReadOnlyList<Synonyms> Synonyms { get; init; } = [];
    public GeneralPlan GeneralPlan { get; init; } = new();
    public IReadOnlyList<Duty> Duties { get; init; } = [];
    public IReadOnlyList<AwarenessFact> AwarenessFacts { get; init; } = [];
    public Gazetteer Gazetteer { get; init; } = new();
}
