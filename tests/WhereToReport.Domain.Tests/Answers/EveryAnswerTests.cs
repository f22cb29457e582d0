using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;
using WhereToReport.Testing;

namespace WhereToReport.Domain.Tests.Answers;

/// <summary>What the directory promises for every county and situation there is, and for every county alone.</summary>
public class EveryAnswerTests
{
    private static readonly DirectorySnapshot s_directory = RealDirectory.Snapshot;

    // Written down here and not read from the data, so that a slip in the data is seen.
    private static readonly string[] s_onlineExploitation = ["sextortion", "online-stranger", "nude-image-shared", "ai-nude-image", "found-abuse-material", "violent-online-group"];
    private static readonly string[] s_danger = ["child-in-danger-now", "missing-or-runaway", "violent-online-group"];
    private static readonly string[] s_supportOnly = ["child-in-crisis", "support-after-abuse", "worried-about-own-thoughts"];

    [Fact]
    public void It_holds_the_core_contacts_each_once_and_the_task_forces_of_the_county_and_no_other()
    {
        var areas = ExplicitAreas();
        ForEvery((answer, county, _) =>
        {
            var ids = Ids(answer);
            var ofCounty = s_directory.TaskForces.Select(force => force.Id).Where(id => areas[id].Contains(county.Fips) || areas[id].Contains(county.State));
            return ids.Distinct().Count() == ids.Length
                && ids.Contains("911") && ids.Contains("ncmec-cybertipline")
                && answer.OfKind(ChannelKind.ChildProtectionLine).Select(line => line.Channel.Id).SequenceEqual([$"{county.State.ToLowerInvariant()}-child-protection"])
                && answer.OfKind(ChannelKind.TaskForce).Select(force => force.Channel.Id).ToHashSet().SetEquals(ofCounty);
        });
    }

    [Fact]
    public void It_holds_nothing_from_outside_its_coverage_and_nothing_unpublished()
    {
        var areas = ExplicitAreas();
        ForEvery((answer, county, _) => answer.Channels.All(answered =>
            answered.Channel.Publish && areas[answered.Channel.Id].Overlaps([county.Fips, county.State, "country US"])));
    }

    [Fact]
    public void It_keeps_the_order_of_the_plan_and_puts_the_surer_task_force_first()
    {
        ForEvery((answer, _, situation) =>
        {
            var plan = Plan(situation);
            var places = answer.Channels.Select(answered => (Array.FindIndex(plan, contact => Fits(contact, answered.Channel)), answered.Basis)).ToArray();
            return places.All(place => place.Item1 >= 0) && places.SequenceEqual(places.Order());
        });
    }

    [Fact]
    public void Danger_starts_with_911() =>
        ForEvery((answer, _, situation) => !s_danger.Contains(situation?.Id) || Ids(answer)[0] == "911");

    [Fact]
    public void Online_exploitation_has_the_CyberTipline_among_the_first_three() =>
        ForEvery((answer, _, situation) => !s_onlineExploitation.Contains(situation?.Id) || Ids(answer).Take(3).Contains("ncmec-cybertipline"));

    // Where reports go to county offices the sources may name no address at all (Minnesota, North Carolina); the office is named all the same.
    [Fact]
    public void Where_a_report_is_called_for_one_of_the_first_three_takes_it() =>
        ForEvery((answer, _, situation) => s_supportOnly.Contains(situation?.Id)
            || answer.Channels.Take(3).Any(answered => answered.Channel is { TakesReports: true } and ({ HasContact: true } or { LocalOnly: true })));

    [Fact]
    public void Whoever_worries_about_their_own_thoughts_meets_help_before_any_police()
    {
        ForEvery((answer, _, situation) => situation?.Id != "worried-about-own-thoughts"
            || Ids(answer)[0] == "stop-it-now"
            && answer.Channels.Take(Plan(situation).Count(contact => !contact.Always)).All(answered => answered.Channel is { TakesReports: false, Kind: ChannelKind.Helpline or ChannelKind.OnlineReport }));
    }

    [Fact]
    public void It_gives_every_reason_and_every_step_in_both_languages() =>
        ForEvery((answer, _, _) => answer.Channels.Select(answered => answered.Why).Concat(answer.Steps.Select(step => step.Text))
            .All(text => text is { En.Length: > 0, Es.Length: > 0 } && text.En != text.Es));

    [Fact]
    public void It_comes_with_a_plan_that_names_contacts_what_to_do_and_what_not_to_do_exactly_where_there_is_a_situation() =>
        ForEvery((answer, _, situation) => answer.Steps.Select(step => step.Kind).Distinct().SequenceEqual(situation is null ? [] : Enum.GetValues<StepKind>()));

    private static void ForEvery(Func<Answer, County, Situation?, bool> keeps)
    {
        var broken = from county in RealDirectory.Facts.Gazetteer.Counties
                     from situation in RealDirectory.Facts.Situations.Cast<Situation?>().Prepend(null)
                     let answer = s_directory.Finder.Find(county, situation)
                     where !keeps(answer, county, situation)
                     select $"{county.Name}, {county.State}, {situation?.Id ?? "no situation"}: {string.Join(' ', Ids(answer))}";
        Assert.Empty(broken.Take(5));
    }

    private static string[] Ids(Answer answer) => [.. answer.Channels.Select(answered => answered.Channel.Id)];

    private static PlannedContact[] Plan(Situation? situation)
    {
        var general = RealDirectory.Facts.GeneralPlan.Contacts;
        return [.. situation is null ? general : situation.Contacts.Concat(general.Where(contact => contact.Always))];
    }

    private static bool Fits(PlannedContact contact, Channel channel) => contact.Channel is { } id
        ? id == channel.Id
        : RealDirectory.Facts.Roles.Single(role => role.Id == contact.Role).Fills == channel.Kind;

    private static Dictionary<string, HashSet<string>> ExplicitAreas()
    {
        var expansion = new CoverageExpansion(RealDirectory.Facts.Channels, RealDirectory.Facts.Gazetteer.Counties);
        return RealDirectory.Facts.Channels.ToDictionary(
            channel => channel.Id,
            channel => channel.Coverage
                .SelectMany(rule => expansion.Areas(channel, rule))
                .Select(area => area.County ?? area.State ?? (area.Country is { } country ? $"country {country}" : "world"))
                .ToHashSet());
    }
}
