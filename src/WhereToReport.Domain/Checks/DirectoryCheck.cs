using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;

namespace WhereToReport.Domain.Checks;

/// <summary>Something that a check of the whole directory found. A broken rule must be mended; the rest is there to be known.</summary>
public sealed record Finding(bool BreaksRule, string Subject, string Text);

/// <summary>Looks over the whole directory for what no single record can show.</summary>
public static class DirectoryCheck
{
    public static IEnumerable<Finding> Findings(DirectoryFacts facts)
    {
        var coverage = new CoverageMap(facts.Channels, facts.Gazetteer.Counties);
        return TaskForces(facts, coverage)
            .Concat(ChildProtectionLines(facts, coverage))
            .Concat(CountriesAbroad(coverage))
            .Concat(Channels(facts))
            .Concat(Sources(facts));
    }

    // States in which no county has a task force are a known gap of the sources and are told once; a gap inside a state that has one is an error.
    private static IEnumerable<Finding> TaskForces(DirectoryFacts facts, CoverageMap coverage)
    {
        var byState = facts.Gazetteer.Counties
            .Select(county => (county, forces: coverage.Covering(county, ChannelKind.TaskForce).ToArray()))
            .GroupBy(entry => entry.county.State);
        foreach (var state in byState)
        {
            if (state.All(entry => entry.forces.Length == 0))
            {
                yield return new(false, state.Key, $"no task force in any of its {state.Count()} counties");
                continue;
            }
            foreach (var (county, forces) in state)
            {
                var certain = forces.Where(force => force.Basis != CoverageBasis.Possible).Select(force => force.Channel.Id).ToArray();
                if (forces.Length == 0)
                    yield return new(true, $"{county.Fips} {county.Name}, {county.State}", "no task force, though others of its state have one");
                if (certain.Length > 1)
                    yield return new(true, $"{county.Fips} {county.Name}, {county.State}", $"{certain.Length} certain task forces: {string.Join(", ", certain)}");
            }
            var unsure = state.Count(entry => entry.forces.Length > 0 && entry.forces.All(force => force.Basis == CoverageBasis.Possible));
            if (unsure > 0)
                yield return new(false, state.Key, $"{unsure} counties with only possible task forces");
        }
    }

    private static IEnumerable<Finding> ChildProtectionLines(DirectoryFacts facts, CoverageMap coverage) =>
        from state in facts.Gazetteer.States
        where !coverage.Covering(state, ChannelKind.ChildProtectionLine).Any(line => line.Channel.Coverage.Any(rule => rule.State == state.Code))
        select new Finding(true, state.Code, "no child-protection line");

    // No source, no channel: such a country has the worldwide channels, and is told here once with all others.
    private static IEnumerable<Finding> CountriesAbroad(CoverageMap coverage)
    {
        var without = Countries.All.Where(country => !coverage.Covering(country).Any(covering => !covering.Channel.IsWorldwide)).Select(country => country.Code).ToArray();
        if (without.Length > 0)
            yield return new(false, "countries", $"{without.Length} of {Countries.All.Count} without a channel of their own: {string.Join(' ', without)}");
    }

    private static IEnumerable<Finding> Channels(DirectoryFacts facts)
    {
        foreach (var channel in facts.Channels.Where(channel => channel.Publish))
        {
            if (!channel.HasContact)
            {
                // A task force without a published contact is still named: a CyberTipline report reaches it.
                var reachedThroughOthers = channel.Kind == ChannelKind.TaskForce || channel.LocalOnly;
                yield return new(!reachedThroughOthers && channel.TakesReports, channel.Id, "no contact");
            }
        }
        foreach (var channel in facts.Channels.Where(channel => !channel.Publish))
            yield return new(false, channel.Id, channel.Sources.Count == 0 ? "kept back: no source" : "kept back");
    }

    private static IEnumerable<Finding> Sources(DirectoryFacts facts) =>
        facts.Channels.Where(channel => channel.Publish && channel.Sources.Count == 0).Select(channel => new Finding(true, channel.Id, "no source"))
            .Concat(facts.Roles.Where(role => role.Sources.Count == 0).Select(role => new Finding(true, role.Id, "no source")))
            .Concat(facts.Situations.Where(situation => situation.Sources.Count == 0).Select(situation => new Finding(true, situation.Id, "no source")))
            .Concat(facts.Duties.Where(duty => duty.Sources.Count == 0).Select(duty => new Finding(true, $"duty {duty.State}", "no source")))
            .Concat(facts.AwarenessFacts.Where(fact => fact.Publish && fact.Sources.Count == 0).Select(fact => new Finding(true, fact.Id, "no source")));
}
