using FluentValidation;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;

namespace WhereToReport.Postgres.Files.Validation;

/// <summary>Validates every record on its own and against the others.</summary>
internal sealed class DirectoryValidation(DirectoryFacts facts, IReadOnlySet<string> refused, Func<string, string> fileOfChannel)
{
    private readonly References _known = new(facts, refused);

    /// <summary>The validation of facts that stand in the database, or are about to.</summary>
    public static DirectoryValidation Of(DirectoryFacts facts)
    {
        var channels = facts.Channels.ToLookup(channel => channel.Id);
        return new(facts, new HashSet<string>(), id => DirectoryFiles.FileOf(channels[id].Last()));
    }

    public IEnumerable<DataProblem> Problems() => RecordProblems().Concat(GazetteerProblems(facts.Gazetteer));

    /// <summary>The problems of the records alone; of the gazetteer they need the states and counties.</summary>
    public IEnumerable<DataProblem> RecordProblems() =>
        Each(facts.Organizations, new OrganizationValidator(), _ => DirectoryFiles.Organizations, organization => organization.Id)
            .Concat(Each(facts.Channels, new ChannelValidator(_known), channel => fileOfChannel(channel.Id), channel => channel.Id))
            .Concat(Each(facts.Roles, new RoleValidator(), _ => DirectoryFiles.Roles, role => role.Id))
            .Concat(Each(facts.Situations, new SituationValidator(_known), _ => DirectoryFiles.Situations, situation => situation.Id))
            .Concat(Each(facts.LearnPages, new LearnPageValidator(), LearnPageFiles.FileOf, page => $"{page.Language} {page.Slug}"))
            .Concat(Each(facts.Synonyms, new SynonymsValidator(_known), _ => DirectoryFiles.Synonyms, synonyms => synonyms.Situation))
            .Concat(Each([facts.GeneralPlan], new GeneralPlanValidator(_known), _ => DirectoryFiles.GeneralPlan, _ => "general plan"))
            .Concat(Each(facts.Duties, new DutyValidator(_known), _ => DirectoryFiles.Duties, duty => duty.State))
            .Concat(Each(facts.AwarenessFacts, new AwarenessFactValidator(), _ => DirectoryFiles.AwarenessFacts, fact => fact.Id))
            .Concat(CoverageProblems());

    // What only shows once "the rest of the state" is made explicit.
    private IEnumerable<DataProblem> CoverageProblems()
    {
        var expansion = new CoverageExpansion(facts.Channels, facts.Gazetteer.Counties);
        foreach (var channel in facts.Channels)
        {
            foreach (var rule in channel.Coverage.Where(rule => rule.RestOfState is { } state && _known.States.Contains(state) && !expansion.Areas(channel, rule).Any()))
                yield return new(fileOfChannel(channel.Id), channel.Id, "coverage", $"no county left for the rest of {rule.RestOfState}", "a state in which other channels of the kind leave a county");
            foreach (var area in channel.Coverage.SelectMany(rule => expansion.Areas(channel, rule)).GroupBy(area => area with { Basis = default }).Where(same => same.Count() > 1))
                yield return new(fileOfChannel(channel.Id), channel.Id, "coverage", $"{area.Key.County ?? area.Key.State ?? area.Key.Country ?? "world"} {area.Count()} times", "each area once");
        }
    }

    private IEnumerable<DataProblem> GazetteerProblems(Gazetteer gazetteer)
    {
        var fipsOfState = gazetteer.States.DistinctBy(state => state.Code).ToDictionary(state => state.Code, state => state.Fips);
        return Each(gazetteer.States, new StateValidator(), _ => "gazetteer/states.csv", state => state.Code)
            .Concat(Each(gazetteer.Counties, new CountyValidator(_known, fipsOfState), _ => "gazetteer/counties.csv", county => county.Fips))
            .Concat(Duplicates(gazetteer.Counties, _ => "gazetteer/counties.csv", county => $"{county.State} {county.Slug}", "name"))
            .Concat(Each(gazetteer.ZipCodes, new ZipCodeValidator(_known), _ => "gazetteer/zip-codes.csv", zip => zip.Zip))
            .Concat(Each(gazetteer.ZipCounties, new ZipCountyValidator(_known), _ => "gazetteer/zip-counties.csv", pair => $"{pair.Zip} {pair.CountyFips}"))
            .Concat(PrimaryCounties(gazetteer))
            .Concat(Each(gazetteer.MilitaryZipCodes, new MilitaryZipCodeValidator(), _ => "gazetteer/military-zip-codes.csv", zip => zip.Zip))
            .Concat(Each(gazetteer.Aliases, new PlaceAliasValidator(_known), _ => "gazetteer/place-aliases.csv", alias => alias.Name))
            .Concat(Each(gazetteer.WorldCities, new WorldCityValidator(), _ => "gazetteer/world-cities.csv", city => $"{city.Name}, {city.Country}"));
    }

    private static IEnumerable<DataProblem> PrimaryCounties(Gazetteer gazetteer)
    {
        var primary = gazetteer.ZipCounties.Where(pair => pair.Primary).ToLookup(pair => pair.Zip, pair => pair.CountyFips);
        return gazetteer.ZipCodes
            .Where(zip => !primary[zip.Zip].SequenceEqual([zip.PrimaryCountyFips]))
            .Select(zip => new DataProblem("gazetteer/zip-counties.csv", zip.Zip, "primary",
                primary[zip.Zip].Any() ? string.Join(", ", primary[zip.Zip]) : "no primary county",
                $"one primary county, {zip.PrimaryCountyFips} as in gazetteer/zip-codes.csv"));
    }

    private static IEnumerable<DataProblem> Each<T>(IEnumerable<T> records, IValidator<T> validator, Func<T, string> file, Func<T, string> id)
    {
        var list = records.ToArray();
        return list
            .SelectMany(record => validator.Validate(record).Errors.Select(failure =>
                new DataProblem(file(record), id(record), FieldPath(failure.PropertyName), Describe(failure.AttemptedValue), failure.ErrorMessage)))
            .Concat(Duplicates(list, file, id, "id"));
    }

    private static IEnumerable<DataProblem> Duplicates<T>(IEnumerable<T> records, Func<T, string> file, Func<T, string> id, string field) =>
        records.GroupBy(id)
            .Where(same => same.Count() > 1)
            .Select(same => new DataProblem(file(same.Last()), same.Key, field, $"{same.Count()} records with this {field}", "each once in all files of its kind"));

    private static string FieldPath(string property) =>
        string.Join('.', property.Split('.').Select(part => part.Length > 0 ? char.ToLowerInvariant(part[0]) + part[1..] : part));

    private static string Describe(object? value) => value switch
    {
        null => "nothing",
        string { Length: 0 } => "nothing",
        string text => text,
        Bilingual text => text.En,
        System.Collections.ICollection { Count: 0 } => "none",
        Enum or int or DateOnly => value.ToString()!,
        _ => System.Text.Json.JsonSerializer.Serialize(value, DirectoryJson.Compact) is { Length: <= 80 } json ? json : "several values",
    };
}
