using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;
using WhereToReport.Testing;

namespace WhereToReport.Domain.Tests.Answers;

public class FinderTests
{
    private static readonly DirectorySnapshot s_directory = RealDirectory.Snapshot;
    private static readonly Finder s_finder = s_directory.Finder;

    [Fact]
    public void Task_forces_of_a_county_follow_the_facts()
    {
        Assert.Equal([("ca-silicon-valley", CoverageBasis.Stated)], TaskForces("06085"));
        Assert.Equal([("ny-nyc", CoverageBasis.Stated)], TaskForces("36061"));
        Assert.Equal([("ny-state", CoverageBasis.Inferred)], TaskForces("36001"));
        Assert.Equal([("il-cook", CoverageBasis.Stated)], TaskForces("17031"));
        Assert.Equal([("il-attorney-general", CoverageBasis.Stated)], TaskForces("17043"));
        Assert.Equal([("tx-houston", CoverageBasis.Stated)], TaskForces("48201"));
        Assert.Equal([("hi", CoverageBasis.Stated)], TaskForces("66010"));
        Assert.Empty(TaskForces("72127"));
    }

    [Fact]
    public void Where_no_source_says_which_task_force_covers_a_county_all_that_could_are_only_possible()
    {
        var unsure = RealDirectory.Facts.Gazetteer.Counties.Where(county => county.State == "TX")
            .Select(county => TaskForces(county.Fips)).First(forces => forces.Length > 1);
        Assert.All(unsure, force => Assert.Equal(CoverageBasis.Possible, force.Basis));
    }

    [Fact]
    public void A_state_with_several_task_forces_names_them_all_as_possible()
    {
        var texas = s_finder.Find(s_directory.Places.State("TX")!);
        Assert.Equal(["tx-houston", "tx-north", "tx-southern"], texas.OfKind(ChannelKind.TaskForce).Select(channel => channel.Channel.Id).Order());
        Assert.All(texas.OfKind(ChannelKind.TaskForce), force => Assert.Equal(CoverageBasis.Possible, force.Basis));
        Assert.Empty(texas.Counties);
    }

    [Fact]
    public void A_ZIP_code_in_two_counties_with_one_answer_shows_it_once()
    {
        var zip = ZipCodes().First(zip => zip.Counties.Length == 2 && zip.Counties.All(county => county.State == "KS"));
        var answer = Assert.IsType<Outcome.Answered>(s_finder.Find(s_directory.Places.Resolve(zip.Zip))).Answer;
        Assert.Equal(zip.Counties.Select(county => county.Fips).Order(), answer.Counties.Select(county => county.Fips).Order());
    }

    [Fact]
    public void A_ZIP_code_in_two_counties_with_different_answers_asks_which()
    {
        var zip = ZipCodes().First(zip => zip.Counties.Select(county => county.Fips).ToHashSet().SetEquals(["17031", "17043"]));
        var choose = Assert.IsType<Outcome.Choose>(s_finder.Find(s_directory.Places.Resolve(zip.Zip)));
        Assert.Equal(zip.Counties.Select(county => county.Fips).Order(), choose.Choices.Select(choice => choice.Place.Id).Order());
    }

    [Fact]
    public void Where_the_sources_put_a_ZIP_code_in_a_doubtful_county_the_person_is_asked() =>
        Assert.Equal(["60010", "66010"],
            Assert.IsType<Outcome.Choose>(s_finder.Find(s_directory.Places.Resolve("96910"))).Choices.Select(choice => choice.Place.Id));

    [Fact]
    public void The_same_county_name_in_many_states_asks_which() =>
        Assert.True(Assert.IsType<Outcome.Choose>(s_finder.Find(s_directory.Places.Resolve("Orange County"))).Choices.Count >= 8);

    [Fact]
    public void Every_ZIP_code_gets_an_answer_or_a_choice()
    {
        foreach (var zip in RealDirectory.Facts.Gazetteer.ZipCodes)
            Assert.IsNotType<Outcome.NotFound>(s_finder.Find(s_directory.Places.Resolve(zip.Zip)));
    }

    [Fact]
    public void A_plan_names_contacts_first_then_what_to_do_and_not_to_do_and_fills_roles_by_place()
    {
        var answer = s_finder.Find(s_directory.Places.County("06085")!, s_directory.Situation("sextortion"));
        Assert.Equal(answer.Steps.Select(step => step.Kind).Order(), answer.Steps.Select(step => step.Kind));
        Assert.Contains(answer.Steps, step => step.Channel?.Id == "ca-silicon-valley");
        Assert.Contains(answer.Steps, step => step is { Kind: StepKind.Contact, Channel: null, Role.Id: "platform-report" });
        Assert.Contains(answer.Steps, step => step.Kind == StepKind.Dont);
    }

    [Fact]
    public void The_same_question_gets_the_same_answer()
    {
        var again = new DirectorySnapshot(RealDirectory.Facts with { Channels = [.. RealDirectory.Facts.Channels.Reverse()] }, 1, DateTimeOffset.UnixEpoch);
        foreach (var county in RealDirectory.Facts.Gazetteer.Counties.Where((_, index) => index % 50 == 0))
        {
            Assert.Equal(
                s_finder.Find(county).Channels.Select(channel => channel.Channel.Id),
                again.Finder.Find(county).Channels.Select(channel => channel.Channel.Id));
        }
    }

    private static (string Id, CoverageBasis Basis)[] TaskForces(string fips) =>
        [.. s_finder.Find(s_directory.Places.County(fips)!).OfKind(ChannelKind.TaskForce).Select(channel => (channel.Channel.Id, channel.Basis))];

    private static IEnumerable<(string Zip, County[] Counties)> ZipCodes() => RealDirectory.Facts.Gazetteer.ZipCounties
        .GroupBy(pair => pair.Zip, (zip, pairs) => (zip, pairs.Select(pair => s_directory.Places.County(pair.CountyFips)!).ToArray()));
}
